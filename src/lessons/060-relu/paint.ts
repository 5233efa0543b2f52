/** The curve y = max(0, x) with one value on it, and how often each value occurs below. In device pixels. */
import { css, type Palette } from '../../paint/color.ts'

export type CurveLook = {
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  readonly ratio: number
  readonly numberText: (value: number) => string
  readonly beforeName: string
  readonly afterName: string
}

/** Of the height, for the counts below the axis. */
const countsShare = 0.3

/**
 * The axes end at `limit` on both sides of zero; `value` is the one before ReLU, `curve` what becomes of a value.
 * `counts` are those of equal bins from −limit to limit.
 */
export function paintCurve(
  context: CanvasRenderingContext2D,
  box: { readonly width: number; readonly height: number },
  data: {
    readonly value: number
    readonly limit: number
    readonly curve: (value: number) => number
    readonly counts: readonly number[]
  },
  look: CurveLook,
): void {
  const { palette, fontSize, ratio } = look
  const margin = Math.ceil(fontSize * 0.9)
  const middleX = box.width / 2
  const countsHeight = Math.round(box.height * countsShare)
  const lowest = data.curve(-data.limit) / data.limit
  const base = box.height - countsHeight - Math.ceil(fontSize * 1.6)
  const unitX = (middleX - margin) / data.limit
  const unitY = (base - margin) / (1 - lowest) / data.limit
  const zeroY = base + lowest * data.limit * unitY
  const x = (value: number) => middleX + value * unitX
  const y = (value: number) => zeroY - value * unitY
  const line = Math.max(1, Math.round(ratio))
  const stroke = (color: string, width: number, points: readonly (readonly [number, number])[]) => {
    context.beginPath()
    for (const [px, py] of points) context.lineTo(px, py)
    context.lineWidth = width
    context.strokeStyle = color
    context.stroke()
  }
  context.clearRect(0, 0, box.width, box.height)
  const rule = css(palette.rule)
  stroke(rule, line, [
    [x(-data.limit), zeroY],
    [x(data.limit), zeroY],
  ])
  stroke(rule, line, [
    [middleX, zeroY],
    [middleX, 0],
  ])
  stroke(css(palette.ink), 2.5 * line, [
    [x(-data.limit), y(data.curve(-data.limit))],
    [middleX, zeroY],
    [x(data.limit), y(data.curve(data.limit))],
  ])

  const color = css(data.value < 0 ? palette.negative : palette.positive)
  context.setLineDash([4 * line, 3 * line])
  stroke(color, 1.5 * line, [
    [x(data.value), zeroY],
    [x(data.value), y(data.curve(data.value))],
    [middleX, y(data.curve(data.value))],
  ])
  context.setLineDash([])
  context.beginPath()
  context.arc(x(data.value), y(data.curve(data.value)), 5 * ratio, 0, 2 * Math.PI)
  context.fillStyle = css(palette.accent)
  context.fill()

  context.font = `${fontSize}px ${look.font}`
  context.fillStyle = css(palette.muted)
  context.textBaseline = 'top'
  const below = base + fontSize * 0.35
  context.textAlign = 'left'
  context.fillText(look.numberText(-data.limit), 0, below)
  context.textAlign = 'center'
  context.fillText(look.numberText(0), middleX, below)
  context.textAlign = 'right'
  context.fillText(look.numberText(data.limit), box.width, below)
  // On the side of the axis where the curve does not run.
  context.textBaseline = lowest < 0 ? 'top' : 'bottom'
  context.fillText(look.beforeName, box.width, zeroY + (lowest < 0 ? 0.3 : -0.3) * fontSize)
  paintCounts(context, data.counts, look, {
    left: x(-data.limit),
    width: 2 * data.limit * unitX,
    top: box.height - countsHeight,
    height: countsHeight,
  })
  context.fillStyle = css(palette.muted)
  context.textAlign = 'right'
  context.textBaseline = 'top'
  context.fillText(look.afterName, middleX - fontSize * 0.4, 0)
}

/** Bars that hang together: blue for values below zero, orange above. A value that occurs at all is seen. */
function paintCounts(
  context: CanvasRenderingContext2D,
  counts: readonly number[],
  { palette }: CurveLook,
  at: { readonly left: number; readonly width: number; readonly top: number; readonly height: number },
): void {
  const most = Math.max(1, ...counts)
  const pitch = at.width / counts.length
  for (const [bin, count] of counts.entries()) {
    if (count === 0) continue
    const height = Math.max(1, Math.round((count / most) * at.height))
    const left = Math.round(at.left + bin * pitch)
    context.fillStyle = css(2 * bin < counts.length ? palette.negative : palette.positive)
    context.fillRect(
      left,
      at.top + at.height - height,
      Math.round(at.left + (bin + 1) * pitch) - left,
      height,
    )
  }
  context.fillStyle = css(palette.rule)
  context.fillRect(at.left, at.top + at.height - 1, at.width, 1)
}
