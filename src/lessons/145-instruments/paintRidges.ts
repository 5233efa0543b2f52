/** Ridges on a canvas, in device pixels: the oldest first, so that each newer one covers what lies behind it. */
import { evenTicks } from '../../paint/chart.ts'
import { css, type Palette } from '../../paint/color.ts'
import { decimalsOf } from './axis.ts'
import { heightAt, layoutRidges, type Ridge, type RidgeLayout, type Ridges } from './ridges.ts'

export type RidgeLook = {
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  readonly line: number
  readonly stepText: (step: number) => string
  readonly valueText: (value: number, decimals: number) => string
  readonly stepName: string
}

/** All of them, with their axis. */
export function paintRidges(
  context: CanvasRenderingContext2D,
  box: { readonly width: number; readonly height: number },
  { span, ridges }: Ridges,
  look: RidgeLook,
): RidgeLayout {
  const { palette, fontSize, line } = look
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
  const { left, right, bottom, baselines } = layout
  const width = right - left
  const acrossOf = (value: number) => left + ((value - span.low) / (span.high - span.low)) * width

  const ticks = evenTicks([span.low, span.high], Math.max(2, width / (fontSize * 4)))
  // A tick alone is a round number: zero, as a rule.
  const increment = ticks.length > 1 ? ticks[1] - ticks[0] : 1
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
    const age = ridges.length > 1 ? 1 - place / (ridges.length - 1) : 0
    outlineOf(context, layout, { place, ridge })
    context.lineTo(right, baselines[place])
    context.lineTo(left, baselines[place])
    context.fillStyle = css(palette.background, 0.92)
    context.fill()
    context.fillStyle = css(palette.accent, 0.2 - 0.14 * age)
    context.fill()
    outlineOf(context, layout, { place, ridge })
    context.lineWidth = line
    context.strokeStyle = css(palette.accent, 1 - 0.65 * age)
    context.stroke()
  }

  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = css(palette.muted)
  let free = Number.POSITIVE_INFINITY
  for (let place = ridges.length - 1; place >= 0; place--) {
    if (free - baselines[place] < fontSize * 1.2) continue
    context.fillText(look.stepText(ridges[place].step), right + fontSize * 0.6, baselines[place])
    free = baselines[place]
  }
  if (free > fontSize * 2.4) {
    context.textBaseline = 'top'
    context.fillText(look.stepName, right + fontSize * 0.6, free - fontSize * 2)
  }
  return layout
}

/** One of them again, over all others, with its step and a mark where across it is pointed at, 0 … 1. */
export function paintPointedRidge(
  context: CanvasRenderingContext2D,
  layout: RidgeLayout,
  { ridge, place, share }: { readonly ridge: Ridge; readonly place: number; readonly share: number },
  look: RidgeLook,
): void {
  const { palette, fontSize, line } = look
  const { left, right, bottom, baselines, tallest } = layout
  outlineOf(context, layout, { place, ridge })
  context.lineTo(right, baselines[place])
  context.lineTo(left, baselines[place])
  context.fillStyle = css(palette.accent, 0.3)
  context.fill()
  outlineOf(context, layout, { place, ridge })
  context.lineWidth = 2 * line
  context.strokeStyle = css(palette.ink)
  context.stroke()

  const text = look.stepText(ridge.step)
  context.font = `${fontSize}px ${look.font}`
  context.fillStyle = css(palette.background)
  context.fillRect(right + fontSize * 0.4, baselines[place] - fontSize * 1.2, fontSize * 5, fontSize * 2.4)
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = css(palette.ink)
  context.fillText(text, right + fontSize * 0.6, baselines[place])

  const x = left + share * (right - left)
  const top = baselines[place] - heightAt(ridge, share) * tallest
  context.fillStyle = css(palette.ink, 0.5)
  context.fillRect(Math.round(x), top, line, bottom - top)
  context.beginPath()
  context.arc(x, top, 4 * line, 0, 2 * Math.PI)
  context.fillStyle = css(palette.ink)
  context.fill()
}

/** The path over a ridge, from left to right: through the middle of each bin. */
function outlineOf(
  context: CanvasRenderingContext2D,
  { left, right, baselines, tallest }: RidgeLayout,
  { place, ridge: { heights } }: { readonly place: number; readonly ridge: Ridge },
): void {
  const y = (height: number) => baselines[place] - height * tallest
  context.beginPath()
  context.moveTo(left, y(heights[0]))
  for (let bin = 0; bin < heights.length; bin++)
    context.lineTo(left + ((bin + 0.5) / heights.length) * (right - left), y(heights[bin]))
  context.lineTo(right, y(heights[heights.length - 1]))
}
