/** A phrase that lights the part of the figure it speaks of, and is lit by it. A click holds the light and goes there. */
import type { KeyboardEvent, ReactNode } from 'react'
import { toggleHeld } from '../look.ts'
import { useLook } from '../useLook.ts'
import styles from './Look.module.css'

export function Look({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  const { lit, props } = useLook(at)
  const hold = () => {
    toggleHeld(at)
    document
      .querySelector(`section[data-look="${CSS.escape(at)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    hold()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not break over lines, a phrase does
    <span
      role="button"
      tabIndex={0}
      className={styles.look}
      aria-pressed={lit}
      {...props}
      onClick={hold}
      onKeyDown={onKeyDown}
    >
      {children}
    </span>
  )
}
