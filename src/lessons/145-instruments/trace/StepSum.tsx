/** Operations and remainder add up to the step, printed so that it can be checked; with what the time was taken. */
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import { formatOf } from '../../../i18n/format.ts'
import type { StepTrace } from '../../../protocol/record.ts'
import { roundingGap } from '../../../sums/rounding.ts'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import { partsOfStep } from './sums.ts'

const decimals = 2

export function StepSum({ trace }: { readonly trace: StepTrace }) {
  const { language, number } = useFigureWords()
  const words = machineWords[language]
  const { sum, clock, peak, rest } = words.trace
  const { operationsMs, remainderMs, stepMs } = partsOfStep(trace)
  const gap = roundingGap([operationsMs, remainderMs], stepMs, decimals)
  const ms = (value: number) => words.ms(number(value, decimals))
  return (
    <div className={styles.stepSum}>
      <table className={styles.table}>
        <tbody>
          <tr>
            <th scope="row">{sum.operations(number(trace.operations.length))}</th>
            <td className={styles.number}>{ms(operationsMs)}</td>
          </tr>
          <tr>
            <th scope="row">{sum.remainder}</th>
            <td className={styles.number}>{ms(remainderMs)}</td>
          </tr>
          {gap !== 0 && (
            <tr>
              <th scope="row">{sum.rounding}</th>
              <td className={styles.number}>{ms(gap)}</td>
            </tr>
          )}
          <tr className={styles.total}>
            <th scope="row">{sum.step}</th>
            <td className={styles.number}>{ms(stepMs)}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles.note}>
        {`${words.backends[trace.backend]}. ${clock[trace.clock]} ${rest} ${peak(formatOf(language).fileSize(trace.peakBytes))}`}
      </p>
    </div>
  )
}
