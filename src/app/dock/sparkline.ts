/** A curve too small for axes. The scale is logarithmic: the loss falls by factors. */
import { css } from '../../paint/color.ts'

/** A value at a step. Of a long run not every step is kept, so steps lie more than one apart, and not evenly. */
export type Point = { readonly step: number; readonly value: number }

/**
 * Per column of the picture the smallest and the largest value that falls on it; empty columns are left out. The first
 * column is the step of the first of `points`, which are in step order, the last column that of the last one.
 */
export function columnRanges(
  points: readonly Point[],
  columnCount: number,
): readonly { readonly column: number; readonly low: number; readonly high: number }[] {
  const ranges: { column: number; low: number; high: number }[] = []
  const first = points[0]?.step ?? 0
  const stepSpan = Math.max(1, (points.at(-1)?.step ?? 0) - first)
  for (const { step, value } of points) {
    const column = Math.round(((step - first) * (columnCount - 1)) / stepSpan)
    const last = ranges.at(-1)
    if (last?.column === column) {
      last.low = Math.min(last.low, value)
      last.high = Math.max(last.high, value)
    } else {
      ranges.push({ column, low: value, high: value })
    }
  }
  return ranges
}

/** Where a step lies in a picture so many columns wide. */
export function columnOf(step: number, points: readonly Point[], columnCount: number): number {
  const first = points[0]?.step ?? 0
  const span = Math.max(1, (points.at(-1)?.step ?? 0) - first)
  return (Math.max(0, step - first) / span) * columnCount
}

/** A loss of nearly 0 would push everything else to the top. */
const smallestShown = 1e-3

export function paintSparkline(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  box: {
    readonly width: number
    readonly height: number
    readonly ratio: number
    readonly color: readonly [number, number, number]
  },
): void {
  const line = Math.max(1, box.ratio * 1.25)
  const logPoints = points
    .filter(({ value }) => Number.isFinite(value))
    .map(({ step, value }) => ({ step, value: Math.log(Math.max(smallestShown, value)) }))
  const logs = logPoints.map(({ value }) => value)
  if (logs.length === 0) return
  const low = Math.min(...rangeOf(logs))
  const high = Math.max(...rangeOf(logs), low + 0.1)
  const y = (log: number) => line + ((high - log) / (high - low)) * (box.height - 2 * line)
  context.beginPath()
  for (const range of columnRanges(logPoints, Math.max(2, Math.floor(box.width)))) {
    context.lineTo(range.column, y(range.high))
    context.lineTo(range.column, y(range.low))
  }
  context.lineWidth = line
  context.lineJoin = 'round'
  context.strokeStyle = css(box.color)
  context.stroke()
}

/** Smallest and largest; `Math.min(...)` of a long list would not fit on the stack. */
function rangeOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}
