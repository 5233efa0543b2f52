/** A number of the training batches and of the test images on one chart: smoothed, and faint behind it as it was. */
import { useMemo } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { training } from '../../network/spec.ts'
import { type Curve, LineChart } from '../../ui/LineChart.tsx'
import { rowsOf, type Series, withSmoothed } from './curves.ts'
import { instrumentsWords } from './words.ts'

/** A shorter axis would count half steps. */
const leastStepsShown = 10
const rangeWithoutValues = [1, 20] as const

export type TwoCurvesProps = {
  readonly name: string
  readonly series: readonly [train: Series, test: Series]
  readonly memory: number
  readonly lastStep: number
  readonly xName: string
  readonly logarithmic?: boolean
  readonly yRange?: readonly [number, number]
  readonly textOf: (value: number) => string
  readonly yOf: (value: number) => string
}

export function TwoCurves(props: TwoCurvesProps) {
  const { name, series, memory, lastStep, textOf } = props
  const { language, number } = useFigureWords()
  const words = instrumentsWords[language]
  const [train, test] = series
  const rows = useMemo(() => {
    const ofTrain = withSmoothed(train, { memory, unit: 1 })
    const ofTest = withSmoothed(test, { memory, unit: training.evaluateEvery })
    return rowsOf([ofTrain.raw, ofTest.raw, ofTrain.smooth, ofTest.smooth])
  }, [train, test, memory])
  const isEmpty = rows.steps.length === 0
  const fewTests = test.steps.length < 3
  const curves: readonly Curve[] = [
    { name: words.shortTrain, color: 'muted', faint: true },
    { name: words.shortTest, color: 'accent', faint: true, dots: true },
    { name: words.shortTrain, color: 'muted' },
    { name: words.shortTest, color: 'accent', dots: fewTests },
  ]
  const at = (index: number) => {
    const [rawTrain, rawTest, smoothTrain, smoothTest] = rows.values.map((row) => row[index])
    const says = (who: string, raw: number | null | undefined, smooth: number | null | undefined) => {
      if (raw === null || raw === undefined || smooth === null || smooth === undefined) return []
      const [value, average] = [textOf(raw), textOf(smooth)]
      return [value === average ? words.value(who, value) : words.smoothValue(who, value, average)]
    }
    return [
      words.atStep(number(rows.steps[index])),
      ...says(words.shortTrain, rawTrain, smoothTrain),
      ...says(words.shortTest, rawTest, smoothTest),
    ].join('; ')
  }
  return (
    <LineChart
      name={`${name}. ${isEmpty ? words.nothingYet : at(rows.steps.length - 1)}`}
      curves={curves}
      rows={[rows.steps, ...rows.values]}
      xRange={[0, Math.max(leastStepsShown, lastStep)]}
      yRange={props.yRange ?? (isEmpty ? rangeWithoutValues : undefined)}
      logarithmic={props.logarithmic}
      xName={props.xName}
      yName=""
      xOf={(value) => number(value)}
      yOf={props.yOf}
      readout={{ at, hint: words.hintCurve }}
    />
  )
}
