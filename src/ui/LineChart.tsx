/** Curves over a common x axis, drawn by uPlot in the page's own colours and number format. */
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { css, palettes } from '../paint/color.ts'
import styles from './LineChart.module.css'
import { currentTheme, onThemeChange } from './theme.ts'

export type Curve = {
  readonly name: string
  readonly color: 'accent' | 'positive' | 'negative' | 'muted'
  /** Fainter and thinner: raw values behind a smoothed curve. */
  readonly faint?: boolean
  /** Thicker: spoken of at this moment. */
  readonly lit?: boolean
  /** Dots at the values, for curves with few of them. */
  readonly dots?: boolean
}

export type LineChartProps = {
  /** The text alternative: what the curves show now. */
  readonly name: string
  readonly curves: readonly Curve[]
  /** First the x values, then one row per curve; `null` leaves a gap. Replaced as a whole when there is more. */
  readonly rows: readonly [x: readonly number[], ...curves: (readonly (number | null)[])[]]
  readonly xName: string
  readonly yName: string
  readonly xRange?: readonly [number, number]
  readonly yRange?: readonly [number, number]
  readonly logarithmic?: boolean
  readonly xOf: (value: number) => string
  readonly yOf: (value: number) => string
}

export function LineChart(props: LineChartProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const chartRef = useRef<uPlot | null>(null)
  const latest = useRef(props)
  latest.current = props
  // What cannot be changed in a living chart; the rest is passed to it as new data.
  const shape = JSON.stringify([
    props.curves,
    props.xName,
    props.yName,
    props.logarithmic,
    props.yOf(1234.5),
    props.yRange,
  ])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the props that need a new chart.
  useEffect(() => {
    const host = hostRef.current
    if (!host) return
    const build = () => {
      chartRef.current?.destroy()
      chartRef.current = new uPlot(
        optionsOf(latest.current, host, () => latest.current.xRange),
        alignedOf(latest.current.rows),
        host,
      )
    }
    build()
    const resized = new ResizeObserver(() => chartRef.current?.setSize(sizeOf(host)))
    resized.observe(host)
    const unsubscribeTheme = onThemeChange(build)
    return () => {
      resized.disconnect()
      unsubscribeTheme()
      chartRef.current?.destroy()
      chartRef.current = null
    }
  }, [shape])

  const { rows } = props
  useEffect(() => chartRef.current?.setData(alignedOf(rows)), [rows])

  return <div ref={hostRef} className={styles.chart} role="img" aria-label={props.name} />
}

/** uPlot only reads, but its type wants mutable arrays. */
function alignedOf(rows: LineChartProps['rows']): uPlot.AlignedData {
  return rows as unknown as uPlot.AlignedData
}

/** Steps are whole: no tick between two of them, whose number would be rounded. */
const wholeIncrements = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
]

function sizeOf(host: HTMLElement) {
  return { width: Math.max(80, host.clientWidth), height: Math.max(80, host.clientHeight) }
}

/** `xRange` is asked anew whenever there are new rows: it grows with them. */
function optionsOf(
  props: LineChartProps,
  host: HTMLElement,
  xRange: () => LineChartProps['xRange'],
): uPlot.Options {
  const palette = palettes[currentTheme()]
  const style = getComputedStyle(host)
  const font = `${style.fontSize} ${style.fontFamily}`
  const em = Number.parseFloat(style.fontSize)
  const axis = { stroke: css(palette.muted), font, labelFont: font, labelSize: em * 1.8 }
  const grid = { stroke: css(palette.rule), width: 1 }
  return {
    ...sizeOf(host),
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: {
        time: false,
        ...(props.xRange && { range: (_, low, high) => [...(xRange() ?? [low, high])] }),
      },
      y: {
        distr: props.logarithmic ? 3 : 1,
        ...(props.yRange && { range: [...props.yRange] }),
      },
    },
    axes: [
      {
        ...axis,
        grid,
        ticks: { show: false },
        label: props.xName,
        size: em * 2,
        incrs: wholeIncrements,
        values: (_, ticks) => ticks.map((t) => (t === null ? '' : props.xOf(t))),
      },
      {
        ...axis,
        grid,
        ticks: { show: false },
        label: props.yName,
        size: em * 4,
        values: (_, ticks) => ticks.map((t) => (t === null ? '' : props.yOf(t))),
      },
    ],
    series: [
      {},
      ...props.curves.map((curve) => ({
        label: curve.name,
        stroke: css(palette[curve.color], curve.faint ? 0.35 : 1),
        width: curve.lit ? 4 : curve.faint ? 1 : 2,
        points: { show: curve.dots ?? false, size: 6, fill: css(palette[curve.color]) },
        spanGaps: true,
      })),
    ],
  }
}
