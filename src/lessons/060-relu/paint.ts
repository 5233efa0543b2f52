/** The curve y = max(0, x) with one value on it. In device pixels. */
import { css, type Palette } from '../../paint/color.ts'
import { relu } from './explain.ts'

export type CurveLook = {
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  readonly ratio: number
  readonly numberText: (value: number) => string
  readonly beforeName: string
  readonly afterName: string
}

/** The axes end at `limit` on both sides of zero; `value` is the one before ReLU. */
export function paintCurve(
  context: CanvasRenderingContext2D,
  box: { readonly width: number; readonly height: number },
  data: { readonly value: number; readonly limit: number },
  look: CurveLook,
): void {
  const { palette, fontSize, ratio } = look
  const margin = Math.ceil(fontSize * 0.9)
  const middleX = box.width / 2
  const zeroY = box.height - Math.ceil(fontSize * 1.6)
  const unitX = (middleX - margin) / data.limit
  const unitY = (zeroY - margin) / data.limit
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
    [x(-data.limit), zeroY],
    [middleX, zeroY],
    [x(data.limit), y(data.limit)],
  ])

  const color = css(data.value < 0 ? palette.negative : palette.positive)
  context.setLineDash([4 * line, 3 * line])
  stroke(color, 1.5 * line, [
    [x(data.value), zeroY],
    [x(data.value), y(relu(data.value))],
    [middleX, y(relu(data.value))],
  ])
  context.setLineDash([])
  context.beginPath()
  context.arc(x(data.value), y(relu(data.value)), 5 * ratio, 0, 2 * Math.PI)
  context.fillStyle = css(palette.accent)
  context.fill()

  context.font = `${fontSize}px ${look.font}`
  context.fillStyle = css(palette.muted)
  context.textBaseline = 'top'
  const below = zeroY + fontSize * 0.5
  context.textAlign = 'left'
  context.fillText(look.numberText(-data.limit), 0, below)
  context.textAlign = 'center'
  context.fillText(look.numberText(0), middleX, below)
  context.textAlign = 'right'
  context.fillText(look.numberText(data.limit), box.width, below)
  context.textBaseline = 'bottom'
  context.fillText(look.beforeName, box.width, zeroY - fontSize * 0.3)
  context.textBaseline = 'top'
  context.fillText(look.afterName, middleX - fontSize * 0.4, 0)
}
