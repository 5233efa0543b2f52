/** A word of the glossary that explains itself: to the pointer, to the focus, and to a tap. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react'
import { useStore } from 'zustand'
import { glossary, isTermId } from '../../i18n/glossary.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { closeTerm, explainTerm, openTerm } from './openTerm.ts'
import styles from './Term.module.css'
import { useCard } from './useCard.ts'

/** So long a pointer has to rest: whoever only passes by is left in peace. */
const restMs = 180
/** So long the card waits for the pointer to come over to it. */
const leaveMs = 250

export function Term({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const language = useLanguage()
  const key = useId()
  const isOpen = useStore(openTerm, (state) => state.key === key)
  const word = useRef<HTMLSpanElement>(null)
  const card = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useCard({ isOpen, word, card, onClose: () => closeTerm(key) })
  if (!isTermId(id)) return children

  const other = language === 'de' ? 'en' : 'de'
  const [name, definition] = glossary[id][language]
  const later = (action: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(action, ms)
  }
  const enter = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    later(() => openTerm.getState().key !== key && explainTerm(key, { pinned: false }), restMs)
  }
  const leave = () => later(() => !openTerm.getState().pinned && closeTerm(key), leaveMs)
  const toggle = () => {
    clearTimeout(timer.current)
    if (isOpen && openTerm.getState().pinned) closeTerm(key)
    else explainTerm(key, { pinned: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    toggle()
  }
  return (
    <span onPointerEnter={enter} onPointerLeave={leave}>
      {/* biome-ignore lint/a11y/useSemanticElements: a button does not break over lines, a term of three words does */}
      <span
        ref={word}
        role="button"
        tabIndex={0}
        className={styles.term}
        aria-describedby={`${key}card`}
        aria-expanded={isOpen}
        onClick={toggle}
        onKeyDown={onKeyDown}
        onFocus={(event) =>
          event.currentTarget.matches(':focus-visible') && explainTerm(key, { pinned: true })
        }
        onBlur={() => closeTerm(key)}
      >
        {children}
      </span>
      <span ref={card} id={`${key}card`} popover="manual" className={styles.card}>
        <span className={styles.names}>
          <strong>{name}</strong>
          <span lang={other} className={styles.other}>
            {glossary[id][other][0]}
          </span>
        </span>
        <span>{definition}</span>
      </span>
    </span>
  )
}
