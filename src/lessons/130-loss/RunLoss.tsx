import { type ReactNode, useMemo } from 'react'
import { CurveKey } from '../../figures/CurveKey.tsx'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { SaveCurves } from '../../figures/SaveCurves.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useTense } from '../../figures/useTense.ts'
import { useRun } from '../../session/useRun.ts'
import { type Curve, LineChart } from '../../ui/LineChart.tsx'
import { useLook } from '../../ui/useLook.ts'
import { chanceLoss, lossCurve } from './explain.ts'
import styles from './Figure.module.css'
import { lossWords } from './words.ts'

/** A shorter axis would count half steps. */
const leastStepsShown = 10
/** About the last ten steps count. */
const memory = 0.9

/** Until there is a curve, what guessing would cost over the first steps. */
const beforeTheFirstStep = [
  [0, leastStepsShown],
  [null, null],
  [null, null],
  [chanceLoss, chanceLoss],
] as const
const rangeBeforeTheFirstStep = [1, 20] as const

/** The loss of the whole run: every step, smoothed, and beside them what guessing would cost. */
export function RunLoss({ choice }: { readonly choice: ReactNode }) {
  const { language, number } = useFigureWords()
  const words = lossWords[language]
  const chance = useLook('chance')
  const history = useRun((state) => state.history)
  const { rows, last } = useMemo(() => {
    const { steps, losses, averages } = lossCurve(history, memory)
    return {
      rows: [steps, losses, averages, steps.map(() => chanceLoss)] as const,
      last: { step: steps.at(-1), loss: losses.at(-1), average: averages.at(-1) },
    }
  }, [history])
  const curves: readonly Curve[] = [
    { name: words.raw, color: 'accent', faint: true },
    { name: words.average, color: 'accent' },
    { name: words.chance(number(chanceLoss, 3)), color: 'muted', lit: chance.lit },
  ]
  const now =
    last.step !== undefined && last.loss !== undefined && last.average !== undefined
      ? words.runNow(number(last.step), number(last.loss, 3), number(last.average, 3))
      : null
  const notYet = words.notYet[useTense()]

  const [start] = history
  const first = start?.step === 1 && last.step !== 1 ? words.first(number(start.loss, 3)) : null

  return (
    <FigurePart heading={words.run} aside={choice} grow={1.1} look="run">
      <LineChart
        name={`${words.run}. ${now ?? notYet}`}
        curves={curves}
        rows={now === null ? beforeTheFirstStep : rows}
        xRange={[0, Math.max(leastStepsShown, last.step ?? 0)]}
        xName={words.step}
        yName={words.lossAxis}
        yRange={now === null ? rangeBeforeTheFirstStep : undefined}
        logarithmic
        xOf={(value) => number(value)}
        yOf={(value) => number(value, value < 1 ? 2 : 0)}
      />
      <CurveKey curves={curves}>
        <SaveCurves />
      </CurveKey>
      <p className={styles.sentence}>
        {now ?? notYet} {first}
      </p>
    </FigurePart>
  )
}
