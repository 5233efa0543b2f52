/** Ridges on a canvas, in device pixels: the oldest first, so that each newer one covers what lies behind it. */
import { evenTicks } from '../../paint/chart.ts'
import { css, type Palette } from '../../paint/color.ts'
import { decimalsOf } from './axis.ts'
import { heightAt, layoutRidges, type RidgeLayout, type Ridges } from './ridges.ts'

export type RidgeLook = {
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  readonly line: number
  readonly stepText: (step: number) => string
  readonly valueText: (value: number, decimals: number) => string
  readonly stepName: string
  /** What is pointed at: the place of a ridge, and where across, 0 … 1. */
  readonly pointed: { readonly ridge: number; readonly share: number } | null
}

export function paintRidges(
  context: CanvasRenderingContext2D,
  box: { readonly width: number; readonly height: number },
  { span, ridges, binCount }: Ridges,
  look: RidgeLook,
): RidgeLayout {
  const { palette, fontSize, line, pointed } = look
  context.clearRect(0, 0, box.width, box.height)
  context.font = `${fontSize}px ${look.font}`
  const newest = ridges.at(-1)?.step ?? 0
  const labelWidth = Math.max(
    context.measureText(look.stepText(newest)).width,
    context.measureText(look.stepName).width,
  )
  const layout = layoutRidges(
    ridges.map(({ step }) => step),
    {
      left: Math.round(fontSize),
      right: Math.round(box.width - labelWidth - fontSize * 0.9),
      top: Math.round(fontSize * 0.4),
      bottom: Math.round(box.height - fontSize * 1.9),
    },
  )
  const { left, right, bottom, baselines, tallest } = layout
  const width = right - left
  const acrossOf = (value: number) => left + ((value - span.low) / (span.high - span.low)) * width

  const ticks = evenTicks([span.low, span.high], Math.max(2, width / (fontSize * 4)))
  const increment = ticks.length > 1 ? ticks[1] - ticks[0] : span.high - span.low
  context.textBaseline = 'top'
  for (const tick of ticks) {
    const x = Math.round(acrossOf(tick))
    context.fillStyle = css(palette.rule)
    context.fillRect(x, 0, line, bottom)
    context.textAlign = 'center'
    context.fillStyle = css(palette.muted)
    context.fillText(look.valueText(tick, decimalsOf(increment)), x, bottom + fontSize * 0.5)
  }

  context.lineJoin = 'round'
  for (const [place, ridge] of ridges.entries()) {
    const isPointed = place === pointed?.ridge
    const age = ridges.length > 1 ? 1 - place / (ridges.length - 1) : 0
    const baseline = baselines[place]
    const y = (height: number) => baseline - height * tallest
    const outline = new Path2D()
    outline.moveTo(left, y(ridge.heights[0]))
    for (let bin = 0; bin < binCount; bin++)
      outline.lineTo(left + ((bin + 0.5) / binCount) * width, y(ridge.heights[bin]))
    outline.lineTo(right, y(ridge.heights[binCount - 1]))
    const area = new Path2D(outline)
    area.lineTo(right, baseline)
    area.lineTo(left, baseline)
    area.closePath()
    context.fillStyle = css(palette.background, 0.92)
    context.fill(area)
    context.fillStyle = css(palette.accent, isPointed ? 0.35 : 0.2 - 0.14 * age)
    context.fill(area)
    context.lineWidth = isPointed ? 2 * line : line
    context.strokeStyle = isPointed ? css(palette.ink) : css(palette.accent, 1 - 0.65 * age)
    context.stroke(outline)
  }

  context.textAlign = 'left'
  context.textBaseline = 'middle'
  let free = Number.POSITIVE_INFINITY
  for (let place = ridges.length - 1; place >= 0; place--) {
    const y = Math.min(baselines[place], box.height - fontSize)
    const isPointed = place === pointed?.ridge
    if (!isPointed && free - y < fontSize * 1.2) continue
    if (!isPointed && pointed && Math.abs(baselines[pointed.ridge] - y) < fontSize * 1.2) continue
    context.fillStyle = isPointed ? css(palette.ink) : css(palette.muted)
    context.fillText(look.stepText(ridges[place].step), right + fontSize * 0.6, y)
    free = y
  }
  if (free > fontSize * 2.4) {
    context.fillStyle = css(palette.muted)
    context.textBaseline = 'top'
    context.fillText(look.stepName, right + fontSize * 0.6, Math.max(0, free - fontSize * 2))
  }

  const pointedRidge = pointed && ridges[pointed.ridge]
  if (pointed && pointedRidge) {
    const x = left + pointed.share * width
    const top = baselines[pointed.ridge] - heightAt(pointedRidge, pointed.share) * tallest
    context.fillStyle = css(palette.ink, 0.5)
    context.fillRect(Math.round(x), top, line, bottom - top)
    context.beginPath()
    context.arc(x, top, 4 * line, 0, 2 * Math.PI)
    context.fillStyle = css(palette.ink)
    context.fill()
  }
  return layout
}
