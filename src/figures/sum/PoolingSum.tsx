/** One pooled value: the largest of four. */
import { useMemo } from 'react'
import { LiveText } from '../../ui/LiveText.tsx'
import { Terms } from '../Terms.tsx'
import { bothOf } from '../tapSource.ts'
import { NumberGrid } from './NumberGrid.tsx'
import { usePointed } from './pointed.ts'
import styles from './SumPanel.module.css'
import { goDeeper } from './trail.ts'
import type { SumOf } from './useSum.ts'
import { decimals, useSumWords } from './useSumWords.ts'

export function PoolingSum({ sum }: { readonly sum: SumOf<'pooling'> }) {
  const { words, number, print } = useSumWords()
  const pointed = usePointed()
  const follow = useMemo(() => bothOf(sum, pointed), [sum, pointed])
  const candidates = () => sum.read()?.candidates ?? []
  const winner = () => {
    const explained = sum.read()
    return explained ? (explained.candidates[explained.winner] ?? null) : null
  }
  const note = () => {
    const first = winner()
    const equal = candidates().filter(({ value }) => value === first?.value).length
    return equal > 1 ? words.tie(number(equal)) : ''
  }
  const place = () => {
    const from = winner()?.from
    return from ? words.winner(number(from.row + 1), number(from.column + 1)) : ''
  }
  return (
    <>
      <p className={styles.about}>{words.about.pooling}</p>
      <div className={styles.grids}>
        <NumberGrid
          heading={words.candidates}
          name={words.candidatesName}
          kind="unsigned"
          characters={6}
          side={2}
          read={() => {
            const values = candidates().map(({ value }) => value)
            const limit = Math.max(...values) || 1
            return values.length > 0 ? { values, hatched: [], limit, step: sum.frame()?.step ?? 0 } : null
          }}
          marked={() => sum.read()?.winner ?? null}
          textOf={print}
          describe={() =>
            candidates()
              .map(({ value }) => number(value, decimals))
              .join('; ')
          }
          subscribe={follow.subscribe}
          pointed={pointed}
          onPick={(index) => {
            const from = candidates()[index]?.from
            if (from) goDeeper(from)
          }}
        />
        <div className={styles.terms}>
          <Terms
            changes={sum}
            place={place}
            terms={[
              {
                name: words.largestOfFour,
                read: () => {
                  const value = sum.read()?.value
                  return value === undefined ? '' : print(value)
                },
                isTotal: true,
              },
            ]}
            note={note}
          />
        </div>
      </div>
      <LiveText
        as="p"
        className={styles.readout}
        read={() => words.candidateHint}
        subscribe={sum.subscribe}
      />
    </>
  )
}
