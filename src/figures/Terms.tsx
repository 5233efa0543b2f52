/** A sum written out, live: one line per term, a rule, the total. What rounding does to it stands below. */
import type { ReactNode } from 'react'
import { LiveText } from '../ui/LiveText.tsx'
import { useIsDifference } from './difference.ts'
import { NoDifference } from './FigureLayout.tsx'
import styles from './Terms.module.css'
import type { Followed } from './tapSource.ts'

export type Term = {
  readonly name: ReactNode
  readonly read: () => string
  readonly isTotal?: boolean
}

export type TermsProps = {
  readonly terms: readonly Term[]
  /** When to read again: the frames, or frames and the cell pointed at. */
  readonly changes: Followed
  /** A line above: what the sum is about. */
  readonly place?: () => string
  /** A line below: padding, rounding; empty where there is nothing to say. */
  readonly note?: () => string
  /** All on one line, with + and = between; the default is one line per term. */
  readonly inline?: boolean
}

export function Terms({ terms, changes, place, note, inline = false }: TermsProps) {
  const { subscribe } = changes
  if (useIsDifference()) return <NoDifference />
  return (
    <div className={styles.sum} data-inline={inline || undefined}>
      {place && <LiveText as="p" className={styles.place} read={place} subscribe={subscribe} />}
      <dl className={styles.terms}>
        {terms.map(({ name, read, isTotal }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sum never change places.
          <div key={index} className={isTotal ? styles.total : styles.term}>
            <dt>{name}</dt>
            <LiveText as="dd" read={read} subscribe={subscribe} />
          </div>
        ))}
      </dl>
      {note && <LiveText as="p" className={styles.note} read={note} subscribe={subscribe} />}
    </div>
  )
}
