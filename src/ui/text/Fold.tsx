/** A part of a text that folds out. Which ones are open is kept in `openFolds`, and so in the page's address. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useWords } from '../../i18n/useLanguage.ts'
import { openFolds } from '../openFolds.ts'
import styles from './Fold.module.css'

export type FoldProps = {
  /** `formula`, `code` and `python` have their titles; any other id brings its own. */
  readonly id: string
  readonly title?: string
  readonly children: ReactNode
}

export function Fold({ id, title, children }: FoldProps) {
  const { reading } = useWords()
  const isOpen = useStore(openFolds, ({ ids }) => ids.includes(id))
  const titles: Readonly<Record<string, string>> = reading.folds
  const setOpen = (open: boolean) => {
    if (open === openFolds.getState().ids.includes(id)) return
    openFolds.setState(({ ids }) => ({ ids: open ? [...ids, id] : ids.filter((other) => other !== id) }))
  }
  return (
    <details
      className={styles.fold}
      data-fold={id}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{title ?? titles[id] ?? id}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
