/** Curves over a common axis, painted at any size: what is saved and printed of a chart. In device pixels. */
import { css, type Palette } from './color.ts'

export type ChartCurve = {
  readonly name: string
  readonly color: 'accent' | 'positive' | 'negative' | 'muted'
  readonly faint?: boolean
  readonly lit?: boolean
  readonly dots?: boolean
  readonly dash?: Dash
  readonly label?: string
}

export type Dash = keyof typeof dashes
/** Lengths of lines and gaps, in CSS pixels. */
export const dashes = { dashed: [10, 5], dotted: [2, 4] } as const

export type Chart = {
  readonly curves: readonly ChartCurve[]
  /** First the x values, then one row per curve; null where there is no value. */
  readonly rows: readonly [x: readonly number[], ...curves: (readonly (number | null)[])[]]
  readonly xName: string
  readonly yName: string
  readonly xRange?: readonly [number, number]
  readonly yRange?: readonly [number, number]
  readonly logarithmic?: boolean
  /** Areas between two curves, by their places in `curves`. */
  readonly bands?: readonly { readonly upper: number; readonly lower: number; readonly alpha: number }[]
  readonly xOf: (value: number) => string
  /** `increment` is the distance of two numbers on the axis. */
  readonly yOf: (value: number, increment: number) => string
}

export type ChartLook = {
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  /** Device pixels for one CSS pixel. */
  readonly ratio: number
}

type Point = readonly [x: number, y: number]
type Range = readonly [low: number, high: number]

export function paintChart(
  context: CanvasRenderingContext2D,
  chart: Chart,
  box: { readonly width: number; readonly height: number },
  look: ChartLook,
): void {
  const { palette, fontSize, ratio } = look
  const xRange = chart.xRange ?? rangeOf(chart.rows[0]) ?? [0, 1]
  const yRange = chart.yRange ?? yRangeOf(chart)
  const top = Math.ceil(fontSize * 0.8)
  const height = Math.max(1, box.height - top - Math.ceil(fontSize * 3.2))
  const mostTicks = Math.max(1, Math.min(6, Math.floor(height / (fontSize * 1.8))))
  const yTicks = (chart.logarithmic ? logTicks : evenTicks)(yRange, mostTicks)
  const increment = yTicks.length > 1 ? yTicks[1] - yTicks[0] : yRange[1] - yRange[0]
  const yTexts = yTicks.map((tick) => chart.yOf(tick, increment))
  context.font = `${fontSize}px ${look.font}`
  const widest = Math.max(...yTexts.map((words) => context.measureText(words).width))
  const left = Math.ceil(fontSize * 2.2 + widest)
  const width = Math.max(1, box.width - left - Math.ceil(fontSize * 1.2))
  const x = (value: number) => left + width * shareOf(value, xRange, false)
  const y = (value: number) => top + height * (1 - shareOf(value, yRange, chart.logarithmic ?? false))

  context.lineWidth = Math.max(1, Math.round(ratio))
  context.strokeStyle = css(palette.rule)
  context.fillStyle = css(palette.muted)
  const wholeTicks = evenTicks(xRange, Math.max(2, Math.floor(width / (fontSize * 5)))).filter(
    Number.isInteger,
  )
  for (const tick of wholeTicks) {
    line(x(tick), top, x(tick), top + height)
    text(chart.xOf(tick), x(tick), top + height + fontSize * 0.5, 'center', 'top')
  }
  for (const [i, tick] of yTicks.entries()) {
    line(left, y(tick), left + width, y(tick))
    text(yTexts[i], left - fontSize * 0.5, y(tick), 'right', 'middle')
  }
  text(chart.xName, left + width / 2, box.height, 'center', 'bottom')
  context.save()
  context.translate(fontSize * 0.7, top + height / 2)
  context.rotate(-Math.PI / 2)
  // Where it does not fit, the heading says it.
  if (context.measureText(chart.yName).width < box.height) text(chart.yName, 0, 0, 'center', 'middle')
  context.restore()

  context.save()
  context.beginPath()
  context.rect(left, 0, width + fontSize, top + height)
  context.clip()
  for (const { upper, lower, alpha } of chart.bands ?? []) {
    const around = [...pointsOf(chart, upper, yRange[0]), ...pointsOf(chart, lower, yRange[0]).reverse()]
    pathThrough(around)
    context.fillStyle = css(palette[chart.curves[upper].color], alpha)
    context.fill()
  }
  for (const [i, curve] of chart.curves.entries()) {
    const points = pointsOf(chart, i, yRange[0])
    pathThrough(points)
    context.lineJoin = 'round'
    context.lineWidth = (curve.lit ? 4 : curve.faint ? 1 : 2) * ratio
    context.strokeStyle = css(palette[curve.color], curve.faint ? 0.35 : 1)
    context.setLineDash(curve.dash ? dashes[curve.dash].map((length) => length * ratio) : [])
    context.stroke()
    context.setLineDash([])
    if (!curve.dots) continue
    context.fillStyle = css(palette[curve.color])
    for (const [atX, atY] of points) {
      context.beginPath()
      context.arc(x(atX), y(atY), 3 * ratio, 0, 2 * Math.PI)
      context.fill()
    }
  }
  context.restore()
  context.font = `700 ${fontSize}px ${look.font}`
  const ends = endsOf(chart).map((end) => ({ ...end, at: y(end.value) }))
  for (const end of pushedApart(ends, fontSize)) {
    context.fillStyle = css(palette[chart.curves[end.curve].color])
    text(end.label, x(end.x) + 5 * ratio, end.at, 'left', 'middle')
  }

  function pathThrough(points: readonly Point[]) {
    context.beginPath()
    for (const [place, [atX, atY]] of points.entries()) {
      if (place === 0) context.moveTo(x(atX), y(atY))
      else context.lineTo(x(atX), y(atY))
    }
  }
  function line(fromX: number, fromY: number, toX: number, toY: number) {
    context.beginPath()
    context.moveTo(Math.round(fromX) + 0.5, Math.round(fromY) + 0.5)
    context.lineTo(Math.round(toX) + 0.5, Math.round(toY) + 0.5)
    context.stroke()
  }
  function text(
    words: string,
    atX: number,
    atY: number,
    align: CanvasTextAlign,
    baseline: CanvasTextBaseline,
  ) {
    context.textAlign = align
    context.textBaseline = baseline
    context.fillText(words, atX, atY)
  }
}

type CurveEnd = { readonly label: string; readonly curve: number; readonly x: number; readonly value: number }

/** Where the curves that have a label end. */
export function endsOf({ curves, rows: [xs, ...rows] }: Pick<Chart, 'curves' | 'rows'>): readonly CurveEnd[] {
  return curves.flatMap(({ label }, curve): readonly CurveEnd[] => {
    const values = rows[curve] ?? []
    const place = values.findLastIndex((value) => value !== null && Number.isFinite(value))
    const value = values[place]
    return label === undefined || value == null ? [] : [{ label, curve, x: xs[place], value }]
  })
}

/** Labels that would lie on each other, moved down until they do not; from the top. */
export function pushedApart<Label extends { readonly at: number }>(
  labels: readonly Label[],
  gap: number,
): readonly Label[] {
  let free = Number.NEGATIVE_INFINITY
  return [...labels]
    .sort((one, other) => one.at - other.at)
    .map((label) => {
      const at = Math.max(label.at, free)
      free = at + gap
      return { ...label, at }
    })
}

/** The points of a curve that a scale can show: gaps are spanned, and a logarithm ends above zero. */
function pointsOf({ rows: [xs, ...curves], logarithmic }: Chart, curve: number, lowest: number): Point[] {
  const values = curves[curve] ?? []
  return xs.flatMap((x, i): readonly Point[] => {
    const value = values[i]
    if (value == null || !Number.isFinite(value)) return []
    return [[x, logarithmic ? Math.max(value, lowest) : value]]
  })
}

function shareOf(value: number, [low, high]: Range, logarithmic: boolean): number {
  const at = logarithmic ? Math.log : (number: number) => number
  return high === low ? 0.5 : (at(value) - at(low)) / (at(high) - at(low))
}

function rangeOf(values: readonly (number | null)[]): Range | null {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return low <= high ? [low, high] : null
}

/** From the lowest to the highest value that the scale can show; null where there is none. */
export function extentOf({ rows: [, ...curves], logarithmic = false }: Pick<Chart, 'rows' | 'logarithmic'>) {
  return rangeOf(curves.flat().filter((value) => !logarithmic || (value ?? 0) > 0))
}

/** All values, out to the next round number on both sides. */
function yRangeOf(chart: Chart): Range {
  const { logarithmic = false } = chart
  return roundedOut(extentOf(chart) ?? [logarithmic ? 0.1 : 0, 1], logarithmic)
}

/** Out to the next round number on both sides. */
export function roundedOut([low, high]: Range, logarithmic: boolean): Range {
  if (logarithmic) {
    const rounds = logTicks([low / 10, high * 10], Number.POSITIVE_INFINITY)
    return [rounds.findLast((round) => round <= low) ?? low, rounds.find((round) => round >= high) ?? high]
  }
  const step = roundStep((high - low || Math.abs(high) || 1) / 5)
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step]
}

/** Round numbers 1, 2 or 5 times a power of ten apart, about `most` of them. */
export function evenTicks([low, high]: Range, most: number): readonly number[] {
  const step = roundStep((high - low || 1) / most)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Multiplied, not added up; 1e12 takes away the digits that the division by a power of ten left.
  return Array.from({ length: last - first + 1 }, (_, i) => Math.round((first + i) * step * 1e12) / 1e12)
}

/** 1, 2, 5, 10, 20 …; powers of ten alone where those would be more than `most`. */
export function logTicks([low, high]: Range, most: number): readonly number[] {
  const powers: number[] = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    powers.push(power)
  const between = (ticks: readonly number[]) =>
    ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
  const tens = powers.map((power) => Number(`1e${power}`))
  const all = between(powers.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`))))
  return all.length <= Math.max(most, 4) ? all : between(tens)
}

/** The least of 1, 2, 5, 10 … that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find((digit) => digit * power >= least * (1 - 1e-9)) ?? 10) * power
}
