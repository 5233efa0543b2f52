/** Mean, standard deviation and extremes of a variable, an activation or the logits, at every recorded step. */
import { type RefObject, useMemo } from 'react'
import { FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { formatOf } from '../../i18n/format.ts'
import { training } from '../../network/spec.ts'
import { useRecords } from '../../session/useRecords.ts'
import { decimalsOf } from './axis.ts'
import { CurveChart, type Measured } from './CurveChart.tsx'
import { type Chosen, distributionIn } from './chosen.ts'
import type { Split } from './pictures.ts'
import { instrumentsWords } from './words.ts'

const statistics = [
  ['mean', 'deviation'],
  ['min', 'max'],
] as const
type Statistic = (typeof statistics)[number][number]

export function StatisticCurves(props: {
  readonly chosen: Chosen
  readonly memory: number
  readonly output: RefObject<HTMLOutputElement | null>
}) {
  const { chosen, memory, output } = props
  const { language, number } = useFigureWords()
  const words = instrumentsWords[language]
  const format = formatOf(language)
  const summaries = useRecords((records) => records.summaries)
  const measured = useMemo(() => {
    const steps = summaries.map(({ step }) => step)
    const of = (statistic: Statistic, split: Split, color: Measured['color']): Measured => ({
      name: chosen.quantity === 'activations' ? words.splits[split] : null,
      color,
      series: {
        steps,
        values: summaries.map((summary) => distributionIn(summary, { ...chosen, split })[statistic]),
      },
      unit: training.evaluateEvery,
    })
    const both = (statistic: Statistic): readonly Measured[] =>
      chosen.quantity === 'activations'
        ? [of(statistic, 'train', 'muted'), of(statistic, 'test', 'accent')]
        : [of(statistic, 'train', 'accent')]
    return { mean: both('mean'), deviation: both('deviation'), min: both('min'), max: both('max') }
  }, [summaries, chosen, words])
  return statistics.map((row) => (
    <FigureRow key={row[0]} grow={1}>
      {row.map((statistic) => (
        <FigurePart key={statistic} heading={words.statistics[statistic]} grow={1} narrowHeight="12rem">
          <CurveChart
            name={words.statistics[statistic]}
            measured={measured[statistic]}
            memory={memory}
            lastStep={summaries.at(-1)?.step ?? 0}
            flat
            textOf={(value) => format.significant(value, 4)}
            yOf={(value, increment) => number(value, decimalsOf(increment))}
            output={output}
          />
        </FigurePart>
      ))}
    </FigureRow>
  ))
}
