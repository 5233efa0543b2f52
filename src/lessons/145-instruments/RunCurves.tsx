/** Cross-entropy, accuracy and keep probability over the run, train and test on one chart each. */
import { useMemo, useState } from 'react'
import { CurveKey } from '../../figures/CurveKey.tsx'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { training } from '../../network/spec.ts'
import { useRun } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import type { Curve } from '../../ui/LineChart.tsx'
import type { Series } from './curves.ts'
import { TwoCurves } from './TwoCurves.tsx'
import { instrumentsWords } from './words.ts'

const scales = ['logarithmic', 'linear'] as const
type Scale = (typeof scales)[number]

/** A share, with room for the line at 1. */
const shareRange = [0, 1.02] as const
const keepRange = [0, 1.2] as const

export function RunCurves({ memory }: { readonly memory: number }) {
  const { language, number, percent } = useFigureWords()
  const words = instrumentsWords[language]
  const history = useRun((state) => state.history)
  const evaluations = useRun((state) => state.evaluations)
  const [scale, setScale] = useState<Scale>('logarithmic')
  const { loss, accuracy, keep, lastStep } = useMemo(() => {
    const trainSteps = history.map(({ step }) => step)
    const testSteps = evaluations.map(({ step }) => step)
    const train = (values: readonly number[]): Series => ({ steps: trainSteps, values })
    const test = (values: readonly number[]): Series => ({ steps: testSteps, values })
    return {
      loss: [train(history.map(({ loss }) => loss)), test(evaluations.map(({ loss }) => loss))],
      accuracy: [
        train(history.map(({ batchAccuracy }) => batchAccuracy)),
        test(evaluations.map(({ accuracy }) => accuracy)),
      ],
      keep: [train(history.map(() => training.keepProbability)), test(evaluations.map(() => 1))],
      lastStep: Math.max(history.at(-1)?.step ?? 0, evaluations.at(-1)?.step ?? 0),
    } as const
  }, [history, evaluations])

  const common = { memory, lastStep, xName: words.step }
  const key: readonly Curve[] = [
    { name: words.train, color: 'muted' },
    { name: words.test, color: 'accent' },
  ]
  return (
    <>
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
          <TwoCurves
            {...common}
            name={words.loss}
            series={loss}
            logarithmic={scale === 'logarithmic'}
            textOf={(value) => number(value, 3)}
            yOf={(value) => number(value, value < 1 ? 2 : value < 10 ? 1 : 0)}
          />
        </FigurePart>
        <FigureColumn>
          <FigurePart heading={words.accuracy} grow={2} look="accuracy">
            <TwoCurves
              {...common}
              name={words.accuracy}
              series={accuracy}
              yRange={shareRange}
              textOf={(value) => percent(value, 1)}
              yOf={(value) => percent(value, 0)}
            />
          </FigurePart>
          <FigurePart heading={words.keep} grow={1}>
            <TwoCurves
              {...common}
              xName=""
              name={words.keep}
              series={keep}
              yRange={keepRange}
              textOf={(value) => number(value, 1)}
              yOf={(value) => number(value, 1)}
            />
          </FigurePart>
        </FigureColumn>
      </FigureRow>
      <CurveKey curves={[...key, { name: words.raw, color: 'muted', faint: true }]} />
    </>
  )
}
