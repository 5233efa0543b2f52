/** One or two numbers over the steps on one chart: smoothed, and faint behind it as they were measured. */
import { type RefObject, useMemo } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { type Curve, LineChart } from '../../ui/LineChart.tsx'
import { rangeWhereFlat, rowsOf, type Series, withSmoothed } from './curves.ts'
import { instrumentsWords } from './words.ts'

/** A shorter axis would count half steps. */
const leastStepsShown = 10
/** So few points are hard to see without dots. */
const fewPoints = 3

export type Measured = {
  /** Null where there is nothing to tell apart. */
  readonly name: string | null
  readonly color: Curve['color']
  readonly series: Series
  /** Steps between two measurements. */
  readonly unit: number
}

export type CurveChartProps = {
  readonly name: string
  readonly measured: readonly Measured[]
  readonly memory: number
  readonly lastStep: number
  readonly flat?: boolean
  readonly logarithmic?: boolean
  readonly yRange?: readonly [number, number]
  readonly textOf: (value: number) => string
  readonly yOf: (value: number, increment: number) => string
  /** The line that says what is pointed at. */
  readonly output: RefObject<HTMLOutputElement | null>
}

export function CurveChart(props: CurveChartProps) {
  const { name, measured, memory, lastStep, textOf } = props
  const { language, number } = useFigureWords()
  const words = instrumentsWords[language]
  const rows = useMemo(() => {
    const both = measured.map(({ series, unit }) => withSmoothed(series, { memory, unit }))
    return rowsOf([...both.map(({ raw }) => raw), ...both.map(({ smooth }) => smooth)])
  }, [measured, memory])
  const data = useMemo(() => [rows.steps, ...rows.values] as const, [rows])
  const range = useMemo(() => rangeWhereFlat(rows.values), [rows])
  const isEmpty = rows.steps.length === 0
  const curveOf = ({ name: who, color, series }: Measured, faint: boolean): Curve => ({
    name: faint ? (who ?? name) : words.smoothName(who ?? name),
    color,
    faint,
    dots: series.steps.length < fewPoints,
  })
  const at = (index: number) =>
    [
      words.atStep(number(rows.steps[index])),
      ...measured.flatMap(({ name: who }, i) => {
        const raw = rows.values[i]?.[index]
        const smooth = rows.values[i + measured.length]?.[index]
        if (raw === null || raw === undefined || smooth === null || smooth === undefined) return []
        const [value, average] = [textOf(raw), textOf(smooth)]
        const told = value === average ? value : words.smoothedTo(value, average)
        return [who === null ? told : words.named(who, told)]
      }),
    ].join('; ')
  return (
    <LineChart
      name={`${name}. ${isEmpty ? words.nothingYet : at(rows.steps.length - 1)}`}
      curves={[...measured.map((one) => curveOf(one, true)), ...measured.map((one) => curveOf(one, false))]}
      rows={data}
      xRange={[0, Math.max(leastStepsShown, lastStep)]}
      yRange={props.yRange ?? range}
      flat={props.flat}
      logarithmic={props.logarithmic}
      xName={words.step}
      yName={name}
      xOf={(value) => number(value)}
      yOf={props.yOf}
      readout={{ at: (index) => words.of(name, at(index)), hint: words.hintCurve, output: props.output }}
    />
  )
}
