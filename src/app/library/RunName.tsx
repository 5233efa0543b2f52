/** The name of a run, changed where it stands: a press, a new name, Enter. Escape leaves it as it was. */
import { type KeyboardEvent, useRef, useState } from 'react'
import type { RunHeader } from '../../protocol/keep.ts'
import { KeepRefusal } from '../../session/keeper.ts'
import { usePageRun } from '../../session/useRun.ts'
import { Icon } from '../Icon.tsx'
import controls from '../styles/Controls.module.css'
import styles from './Library.module.css'
import { say } from './library.ts'
import { useLibraryWords } from './useLibraryWords.ts'

const longestName = 80

type RunNameProps = { readonly header: RunHeader; readonly name: string; readonly isPresent: boolean }

export function RunName({ header, name, isPresent }: RunNameProps) {
  const words = useLibraryWords()
  const { keeper } = usePageRun()
  const [isChanging, setChanging] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  const end = () => {
    setChanging(false)
    // Once the button is there again.
    requestAnimationFrame(() => button.current?.focus())
  }
  const rename = async (text: string) => {
    const next = text.trim() || null
    if (next === header.name) return
    try {
      await keeper.rename(header.id, next)
    } catch (error) {
      if (error instanceof KeepRefusal) say({ kind: 'problem', problem: error.problem })
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      void rename(event.currentTarget.value)
      end()
    } else if (event.key === 'Escape') {
      // Not for the window around it.
      event.preventDefault()
      event.stopPropagation()
      end()
    }
  }

  if (isChanging) {
    return (
      <input
        className={`${controls.field} ${styles.field}`}
        aria-label={words.nameOf}
        placeholder={words.namePlaceholder}
        maxLength={longestName}
        defaultValue={header.name ?? ''}
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that had the focus
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.select()}
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget }) => {
          void rename(currentTarget.value)
          setChanging(false)
        }}
      />
    )
  }
  return (
    <p className={styles.name}>
      <button
        ref={button}
        type="button"
        className={styles.nameButton}
        aria-label={words.rename(name)}
        onClick={() => setChanging(true)}
      >
        <span>{name}</span>
        <Icon name="pen" />
      </button>
      {isPresent && <span className={styles.present}>{words.present}</span>}
    </p>
  )
}
