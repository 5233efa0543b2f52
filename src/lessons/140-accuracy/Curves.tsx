import { useMemo } from 'react'
import { CurveKey } from '../../figures/CurveKey.tsx'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { useRun } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { type Curve, LineChart } from '../../ui/LineChart.tsx'
import { accuracyRows, smoothedSteps } from './curves.ts'
import { meaningOf } from './explain.ts'
import styles from './Figure.module.css'
import { accuracyWords } from './words.ts'

const ranges = { whole: [0, 1], top: [0.9, 1] } as const
type Range = keyof typeof ranges
const rangeNames = ['whole', 'top'] as const satisfies readonly Range[]
/** Between the ends of the intervals, by their places among the curves. */
const bands = [{ upper: 5, lower: 4, alpha: 0.2 }] as const

/** Test and training accuracy over the run, and how much of a difference is chance. */
export function Curves(props: { readonly evaluations: readonly Evaluation[]; readonly last: Evaluation }) {
  const { evaluations, last } = props
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const history = useRun((state) => state.history)
  const lastStep = useRun((state) => state.step)
  const [range, setRange] = useChoice<Range>('curves/range', 'whole')
  const { steps, batch, smooth, train, test, low, high } = useMemo(
    () => accuracyRows(history, evaluations),
    [history, evaluations],
  )
  const rows = useMemo(
    () => [steps, batch, smooth, train, test, low, high] as const,
    [steps, batch, smooth, train, test, low, high],
  )
  const averaged = { name: words.smooth(number(smoothedSteps)), color: 'muted' } as const
  const trained = { name: words.train, color: 'positive', dots: true } as const
  const tested = { name: words.test, color: 'accent', dots: evaluations.length < 40 } as const
  const curves: readonly Curve[] = [
    { ...averaged, faint: true },
    averaged,
    trained,
    tested,
    { ...tested, faint: true, dots: false },
    { ...tested, faint: true, dots: false },
  ]
  const share = (value: number) => percent(value, 1)
  const at = (place: number) => {
    const said = [words.atStep(number(steps[place]))]
    const [one, average, trainNow, testNow] = [batch[place], smooth[place], train[place], test[place]]
    const [least, most] = [low[place], high[place]]
    if (testNow !== null && least !== null && most !== null) {
      said.push(words.pointTest(percent(testNow, 2), share(least), share(most)))
    }
    if (one !== null && average !== null) said.push(words.pointBatch(share(one), share(average)))
    if (trainNow !== null) said.push(words.pointTrain(share(trainNow)))
    return said.join('; ')
  }
  const { images, width, chance } = meaningOf(last)
  const n = number(last.n)
  return (
    <>
      <FigurePart
        heading={words.curves}
        grow={1}
        look="curves"
        aside={
          <Choice
            name={words.range}
            value={range}
            options={rangeNames.map((value) => ({ value, label: words.ranges[value] }))}
            onChange={setRange}
          />
        }
      >
        <LineChart
          name={`${words.curves}. ${words.curvesNow(percent(last.accuracy, 2), number(last.step))}`}
          curves={curves}
          rows={rows}
          bands={bands}
          xName=""
          yName=""
          xRange={[0, Math.max(100, lastStep)]}
          yRange={ranges[range]}
          xOf={(value) => number(value)}
          yOf={(value) => percent(value, 0)}
          readout={{ at, hint: words.curvesHint }}
        />
        <CurveKey curves={[tested, averaged, trained]} />
      </FigurePart>
      <FigurePart heading={words.meaning} look="meaning">
        <p className={styles.wide}>
          {words.meaningText(
            number(images, images < 10 && !Number.isInteger(images) ? 1 : 0),
            n,
            number(100 * width, 1),
            percent(chance, 0),
          )}
        </p>
      </FigurePart>
    </>
  )
}
