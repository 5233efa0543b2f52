/** Cross-entropy, accuracy and keep probability over the run, train and test on one chart each. */

import { type RefObject, useMemo } from 'react'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { training } from '../../network/spec.ts'
import { useRun } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { decimalsOf } from './axis.ts'
import { CurveChart, type Measured } from './CurveChart.tsx'
import { instrumentsWords } from './words.ts'

const scales = ['logarithmic', 'linear'] as const
type Scale = (typeof scales)[number]

/** A share, with room for the line at 1. */
const shareRange = [0, 1.02] as const
const keepRange = [0, 1.2] as const

export function RunCurves(props: {
  readonly memory: number
  readonly output: RefObject<HTMLOutputElement | null>
}) {
  const { memory, output } = props
  const { language, number, percent } = useFigureWords()
  const words = instrumentsWords[language]
  const history = useRun((state) => state.history)
  const evaluations = useRun((state) => state.evaluations)
  const [scale, setScale] = useChoice<Scale>('runCurves/scale', 'logarithmic')
  const { loss, accuracy, keep, lastStep } = useMemo(() => {
    const trainSteps = history.map(({ step }) => step)
    const testSteps = evaluations.map(({ step }) => step)
    const both = (train: readonly number[], test: readonly number[]): readonly Measured[] => [
      { name: words.splits.train, color: 'muted', series: { steps: trainSteps, values: train }, unit: 1 },
      {
        name: words.splits.test,
        color: 'accent',
        series: { steps: testSteps, values: test },
        unit: training.evaluateEvery,
      },
    ]
    const { keepProbability } = training
    return {
      loss: both(
        history.map((record) => record.loss),
        evaluations.map((evaluation) => evaluation.loss),
      ),
      accuracy: both(
        history.map((record) => record.batchAccuracy),
        evaluations.map((evaluation) => evaluation.accuracy),
      ),
      keep: both(
        history.map(() => keepProbability),
        evaluations.map(() => 1),
      ),
      lastStep: Math.max(history.at(-1)?.step ?? 0, evaluations.at(-1)?.step ?? 0),
    }
  }, [history, evaluations, words])
  const common = { memory, lastStep, output }
  return (
    <FigureRow grow={1}>
      <FigurePart
        heading={words.loss}
        grow={1}
        look="loss"
        aside={
          <Choice
            name={words.scale}
            value={scale}
            options={scales.map((value) => ({ value, label: words.scales[value] }))}
            onChange={setScale}
          />
        }
      >
        <CurveChart
          {...common}
          name={words.loss}
          measured={loss}
          logarithmic={scale === 'logarithmic'}
          textOf={(value) => number(value, 3)}
          yOf={(value, increment) =>
            number(value, scale === 'linear' ? decimalsOf(increment) : value < 1 ? 2 : value < 10 ? 1 : 0)
          }
        />
      </FigurePart>
      <FigureColumn>
        <FigurePart heading={words.accuracy} grow={2} look="accuracy" narrowHeight="14rem">
          <CurveChart
            {...common}
            name={words.accuracy}
            measured={accuracy}
            yRange={shareRange}
            flat
            textOf={(value) => percent(value, 1)}
            yOf={(value) => percent(value, 0)}
          />
        </FigurePart>
        <FigurePart heading={words.keep} grow={1} narrowHeight="9rem">
          <CurveChart
            {...common}
            name={words.keep}
            measured={keep}
            yRange={keepRange}
            flat
            textOf={(value) => number(value, 1)}
            yOf={(value) => number(value, 1)}
          />
        </FigurePart>
      </FigureColumn>
    </FigureRow>
  )
}
