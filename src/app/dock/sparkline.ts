/** A curve too small for axes. The scale is logarithmic: the loss falls by factors. */
import { css } from '../../paint/color.ts'

/** Per column of the picture the smallest and the largest value that falls on it; empty columns are left out. */
export function columnRanges(
  values: readonly number[],
  columnCount: number,
): readonly { readonly column: number; readonly low: number; readonly high: number }[] {
  const ranges: { column: number; low: number; high: number }[] = []
  for (let i = 0; i < values.length; i++) {
    const column = values.length === 1 ? 0 : Math.round((i * (columnCount - 1)) / (values.length - 1))
    const last = ranges.at(-1)
    if (last?.column === column) {
      last.low = Math.min(last.low, values[i])
      last.high = Math.max(last.high, values[i])
    } else {
      ranges.push({ column, low: values[i], high: values[i] })
    }
  }
  return ranges
}

/** A loss of nearly 0 would push everything else to the top. */
const smallestShown = 1e-3

export function paintSparkline(
  context: CanvasRenderingContext2D,
  values: readonly number[],
  box: {
    readonly width: number
    readonly height: number
    readonly ratio: number
    readonly color: readonly [number, number, number]
  },
): void {
  const line = Math.max(1, box.ratio * 1.25)
  const logs = values.filter(Number.isFinite).map((value) => Math.log(Math.max(smallestShown, value)))
  if (logs.length === 0) return
  const low = Math.min(...rangeOf(logs))
  const high = Math.max(...rangeOf(logs), low + 0.1)
  const y = (log: number) => line + ((high - log) / (high - low)) * (box.height - 2 * line)
  context.beginPath()
  for (const range of columnRanges(logs, Math.max(2, Math.floor(box.width)))) {
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
