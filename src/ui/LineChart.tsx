/** Curves over a common x axis, drawn by uPlot in the page's own colours and number format. */
import { type KeyboardEvent, type RefObject, useContext, useEffect, useMemo, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { type Chart, type Dash, extentOf, roundedOut } from '../paint/chart.ts'
import { optionsOf, sizeOf } from './chartOptions.ts'
import styles from './LineChart.module.css'
import { writeReadout } from './readout.ts'
import { makeSavable } from './savable.ts'
import { onThemeChange } from './theme.ts'
import { type Reach, StandingContext, useSharedReach } from './twins.ts'

export type Curve = {
  readonly name: string
  readonly color: 'accent' | 'positive' | 'negative' | 'muted'
  /** Fainter and thinner: raw values behind a smoothed curve. */
  readonly faint?: boolean
  /** Thicker: spoken of at this moment. */
  readonly lit?: boolean
  /** Dots at the values, for curves with few of them. */
  readonly dots?: boolean
  /** Broken lines: told apart without colours. */
  readonly dash?: Dash
  /** A sign or two at its end. */
  readonly label?: string
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
  /** `increment` is the distance of two numbers on the axis. */
  readonly yOf: (value: number, increment: number) => string
  /** May be flatter than others: the names of its axes stand beside it. */
  readonly flat?: boolean
  /** Areas between two curves, by their places in `curves`, from `alpha` 0 to 1. */
  readonly bands?: readonly { readonly upper: number; readonly lower: number; readonly alpha: number }[]
  /** Pointer and arrow keys choose an x value; the line under the chart says what `at` says of its place in `rows`. */
  readonly readout?: {
    readonly at: (index: number) => string
    readonly hint: string
    /** Where the figure has one line for all its charts. */
    readonly output?: RefObject<HTMLOutputElement | null>
  }
  /** The x value chosen in this way changed. */
  readonly onPoint?: (x: number | null) => void
}

/** In a comparison both charts have the same axes, as long as both need. */
export function LineChart(props: LineChartProps) {
  const { rows, xRange, yRange, logarithmic = false } = props
  const isPair = useContext(StandingContext) !== null
  const own = useMemo(() => (isPair ? extentOf({ rows, logarithmic }) : null), [isPair, rows, logarithmic])
  const key = `${props.name.split('. ')[0]} ${props.yName} ${props.curves.length}`
  const x = useSharedReach(`x ${key}`, reachOf(xRange))
  const y = useSharedReach(`y ${key}`, reachOf(yRange ?? own ?? undefined))
  if (!isPair) return <OneChart {...props} />
  const yShared = y && (yRange ? rangeOf(y) : roundedOut(rangeOf(y), logarithmic))
  return <OneChart {...props} xRange={x ? rangeOf(x) : xRange} yRange={yShared ?? undefined} />
}

function reachOf(range: readonly [number, number] | undefined): Reach | null {
  return range ? { lowest: range[0], highest: range[1] } : null
}

function rangeOf({ lowest, highest }: Reach): readonly [number, number] {
  return [lowest, highest]
}

function OneChart(props: LineChartProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const chartRef = useRef<uPlot | null>(null)
  const outputRef = useRef<HTMLOutputElement>(null)
  const latest = useRef(props)
  latest.current = props
  /** What the arrow keys chose stays, wherever new values move it on the screen. */
  const chosenX = useRef<number | null>(null)
  const told = useRef<number | null>(null)
  const tell = () => {
    const { readout, rows, onPoint } = latest.current
    const index = chartRef.current?.cursor.idx ?? null
    const x = index === null ? null : (rows[0][index] ?? null)
    const moved = x !== told.current
    told.current = x
    if (moved) onPoint?.(x)
    const output = (readout?.output ?? outputRef).current
    // One line for several charts: who is not pointed at leaves it to the others.
    if (!output || !readout || (readout.output && !moved && x === null)) return
    writeReadout(output, index === null || x === null ? readout.hint : readout.at(index), {
      moved,
    })
  }
  const goTo = (x: number | null) => {
    const chart = chartRef.current
    chosenX.current = x
    chart?.setCursor(x === null ? { left: -10, top: -10 } : { left: chart.valToPos(x, 'x'), top: 1 })
  }
  const onKey = (event: KeyboardEvent) => {
    const [xs] = latest.current.rows
    const from = chartRef.current?.cursor.idx ?? null
    const places = { ArrowRight: 1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key]
    if (event.key === 'Escape') goTo(null)
    if (xs.length === 0 || (!places && event.key !== 'Home' && event.key !== 'End')) return
    event.preventDefault()
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End' || from === null
          ? xs.length - 1
          : Math.max(0, Math.min(xs.length - 1, from + (places ?? 0)))
    goTo(xs[to])
  }
  // What cannot be changed in a living chart; the rest is passed to it as new data.
  const shape = JSON.stringify([
    props.curves,
    props.xName,
    props.yName,
    props.logarithmic,
    props.yOf(1234.5, 0.5),
    props.yRange,
    props.bands,
    props.readout !== undefined,
  ])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the props that need a new chart.
  useEffect(() => {
    const host = hostRef.current
    if (!host) return
    const build = () => {
      chartRef.current?.destroy()
      chartRef.current = new uPlot(
        optionsOf(latest.current, host, { xRange: () => latest.current.xRange, pointed: tell }),
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

  useEffect(() => {
    const host = hostRef.current
    if (!host) return
    makeSavable(host, {
      kind: 'chart',
      host,
      name: () => latest.current.name,
      chart: (): Chart => latest.current,
    })
  }, [])

  const { rows, readout } = props
  const ends = props.xRange?.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew with new values, not with each render.
  useEffect(() => {
    chartRef.current?.setData(alignedOf(rows))
    if (chosenX.current !== null) goTo(chosenX.current)
    tell()
  }, [rows, ends])
  const touch = {
    tabIndex: 0,
    onKeyDown: onKey,
    onBlur: () => goTo(null),
    onPointerMove: () => {
      chosenX.current = null
    },
  }
  return (
    <>
      <div
        ref={hostRef}
        className={styles.chart}
        role="img"
        aria-label={props.name}
        data-flat={props.flat}
        {...(readout && touch)}
      />
      {readout && !readout.output && (
        <output ref={outputRef} className={styles.readout}>
          {readout.hint}
        </output>
      )}
    </>
  )
}

/** uPlot only reads, but its type wants mutable arrays. */
function alignedOf(rows: LineChartProps['rows']): uPlot.AlignedData {
  return rows as unknown as uPlot.AlignedData
}
