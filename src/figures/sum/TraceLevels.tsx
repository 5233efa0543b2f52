/** At each level, what speaks for the number, what against it and the biases on the way add up to the number itself. */
import type { TracedTap } from '../../network/derivedTaps.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import styles from './SumPanel.module.css'
import type { Reading } from './Trace.tsx'
import { type Level, levelOf, traceTap } from './traceOf.ts'
import { decimals } from './useSumWords.ts'
import { useTraceWords } from './useTraceWords.ts'

const columns = ['positive', 'negative', 'remainder', 'total'] as const satisfies readonly (keyof Level)[]

export function TraceLevels({ reading }: { readonly reading: Reading }) {
  const { words, sumWords, number, print } = useTraceWords()
  const { trace, read, subscribe } = reading
  const levelAt = (tap: TracedTap): Level | null => {
    const planes = read()?.planes
    const plane = planes?.get(traceTap(trace, tap))
    const total = planes?.get(trace.number)?.values[trace.unit]
    return plane && total !== undefined ? levelOf(plane, total) : null
  }
  const rounding = () => {
    const gaps = trace.levels.flatMap((tap) => {
      const level = levelAt(tap)
      if (!level) return []
      const gap = roundingGap([level.positive, level.negative, level.remainder], level.total, decimals)
      return gap === 0 ? [] : [words.rounding(sumWords.layers[tap], number(gap, decimals))]
    })
    return gaps.length > 0 ? words.roundings(gaps.join('; ')) : ''
  }
  return (
    <>
      <table className={styles.table}>
        <caption>{words.levels}</caption>
        <thead>
          <tr>
            <th scope="col">{words.level}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trace.levels.map((tap) => (
            <tr key={tap}>
              <th scope="row">{sumWords.layers[tap]}</th>
              {columns.map((column) => (
                <LiveText
                  key={column}
                  as="td"
                  read={() => {
                    const level = levelAt(tap)
                    return level ? print(level[column]) : ''
                  }}
                  subscribe={subscribe}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {words.remainderNote} <LiveText read={rounding} subscribe={subscribe} />
      </p>
    </>
  )
}
