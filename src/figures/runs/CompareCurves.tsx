/** Loss and accuracy of several runs, each quantity in one chart: the line of a run has its number at its end. */
import { useMemo } from 'react'
import type { Curve } from '../../ui/LineChart.tsx'
import { LineChart } from '../../ui/LineChart.tsx'
import { CurveKey } from '../CurveKey.tsx'
import { useFigureWords } from '../useFigureWords.ts'
import styles from './CompareCurves.module.css'
import { accuracyRows, type ComparedRecord, lookOf, lossRows, mostRuns, type Rows } from './comparedCurves.ts'
import { runCurveWords } from './words.ts'

export type ComparedRun = {
  readonly name: string
  /** A `KeptRun` has it; it stays the same object as long as its curves do. */
  readonly record: ComparedRecord
}

export function CompareCurves({ runs: all }: { readonly runs: readonly ComparedRun[] }) {
  const { language, number, percent } = useFigureWords()
  const words = runCurveWords[language]
  const runs = all.slice(0, mostRuns)
  const records = runs.map(({ record }) => record)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the records stand for their list
  const loss = useMemo(() => lossRows(records), records)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the records stand for their list
  const accuracy = useMemo(() => accuracyRows(records), records)
  const lines: readonly Curve[] = runs.map(({ name }, place) => ({
    name: `${number(place + 1)} ${name}`,
    label: String(place + 1),
    ...lookOf(place),
  }))
  const bands = runs.map((_, place) => ({ upper: 3 * place + 2, lower: 3 * place + 1, alpha: 0.15 }))
  const withEnds = lines.flatMap((line): readonly Curve[] => {
    const end = { name: line.name, color: line.color, faint: true }
    return [{ ...line, dots: true }, end, end]
  })
  const last = Math.max(10, ...loss[0], ...accuracy[0])
  const share = (value: number) => percent(value, 1)
  if (loss[0].length === 0 && accuracy[0].length === 0) return <p className={styles.note}>{words.nothing}</p>

  /** The runs that have a value there, each with its number. */
  const said = (rows: Rows, place: number, text: (run: number) => string | null) => {
    const values = runs.flatMap((_, run) => {
      const value = text(run)
      return value === null ? [] : [words.ofRun(number(run + 1), value)]
    })
    return [words.atStep(number(rows[0][place])), ...values].join('; ')
  }
  const lossAt = (place: number) =>
    said(loss, place, (run) => {
      const value = loss[run + 1][place]
      return value == null ? null : number(value, 3)
    })
  const accuracyAt = (place: number) =>
    said(accuracy, place, (run) => {
      const [value, low, high] = [1, 2, 3].map((part) => accuracy[3 * run + part][place])
      return value == null || low == null || high == null
        ? null
        : words.interval(percent(value, 2), share(low), share(high))
    })
  const common = {
    xName: words.step,
    yName: '',
    xRange: [0, last] as const,
    xOf: (value: number) => number(value),
  }
  return (
    <div className={styles.curves}>
      <CurveKey curves={lines} />
      {all.length > mostRuns && <p className={styles.note}>{words.tooMany(number(mostRuns))}</p>}
      <figure className={styles.chart}>
        <figcaption>{words.loss}</figcaption>
        <LineChart
          {...common}
          name={`${words.loss}. ${words.summary(number(runs.length))}`}
          curves={lines}
          rows={loss}
          logarithmic
          yOf={(value) => number(value, value < 1 ? 2 : 0)}
          readout={{ at: lossAt, hint: words.hint }}
        />
      </figure>
      <figure className={styles.chart}>
        <figcaption>{words.accuracy}</figcaption>
        <LineChart
          {...common}
          name={`${words.accuracy}. ${words.summary(number(runs.length))}`}
          curves={withEnds}
          rows={accuracy}
          bands={bands}
          yOf={(value) => percent(value, 0)}
          readout={{ at: accuracyAt, hint: words.hint }}
        />
      </figure>
    </div>
  )
}
