/** The histogram of the weights: areas for now, a line for step 0. In device pixels. */
import { css, type Palette } from '../../paint/color.ts'

export type HistogramLook = {
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  readonly ratio: number
  readonly pointed: number | null
  readonly countText: (count: number) => string
  readonly weightText: (weight: number) => string
  readonly countName: string
}

export type HistogramFrame = {
  readonly left: number
  readonly top: number
  readonly bottom: number
  readonly barWidth: number
}

/** Room for counts on the left and weights below; bars of whole pixels. */
export function frameOf(
  box: { readonly width: number; readonly height: number },
  bins: number,
  fontSize: number,
): HistogramFrame {
  const left = Math.ceil(fontSize * 3.4)
  const barWidth = Math.max(1, Math.floor((box.width - left) / bins))
  return {
    left,
    barWidth,
    top: Math.ceil(fontSize * 0.8),
    bottom: Math.max(fontSize, box.height - Math.ceil(fontSize * 1.5)),
  }
}

export function paintHistogram(
  context: CanvasRenderingContext2D,
  box: { readonly width: number; readonly height: number },
  data: {
    readonly now: Uint32Array
    readonly initial: Uint32Array
    readonly binWidth: number
    /** The axis reaches so far at least. */
    readonly reach: number
  },
  look: HistogramLook,
): void {
  const { now, initial, binWidth, reach } = data
  const { palette, fontSize } = look
  const { left, top, bottom, barWidth } = frameOf(box, now.length, fontSize)
  const highest = Math.max(...now, ...initial, reach, 1)
  const y = (count: number) => Math.round(bottom - (count / highest) * (bottom - top))
  const line = Math.max(1, Math.round(look.ratio))
  context.clearRect(0, 0, box.width, box.height)
  context.font = `${fontSize}px ${look.font}`

  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const step = tickStep(highest)
  for (let count = 0; count <= highest; count += step) {
    context.fillStyle = css(palette.rule)
    context.fillRect(left, y(count), barWidth * now.length, line)
    context.fillStyle = css(palette.muted)
    context.fillText(look.countText(count), left - fontSize * 0.5, y(count))
  }
  const half = now.length / 2
  for (const [bin, count] of now.entries()) {
    context.fillStyle = css(
      bin === look.pointed ? palette.accent : bin < half ? palette.negative : palette.positive,
      bin === look.pointed ? 1 : 0.55,
    )
    context.fillRect(left + bin * barWidth, y(count), barWidth - line, bottom - y(count))
  }
  context.beginPath()
  context.moveTo(left, bottom)
  for (const [bin, count] of initial.entries()) {
    context.lineTo(left + bin * barWidth, y(count))
    context.lineTo(left + (bin + 1) * barWidth, y(count))
  }
  context.lineTo(left + now.length * barWidth, bottom)
  context.lineWidth = 1.5 * line
  context.strokeStyle = css(palette.ink)
  context.stroke()

  context.textBaseline = 'bottom'
  context.fillStyle = css(palette.muted)
  const every = Math.max(5, Math.ceil((fontSize * 4) / barWidth / 5) * 5)
  for (let bin = half % every; bin <= now.length; bin += every) {
    const weight = (bin - half) * binWidth
    const x = left + bin * barWidth
    // The last one stays on the canvas.
    context.textAlign = bin === now.length ? 'right' : 'center'
    context.fillText(look.weightText(weight), x, box.height)
  }
  context.textAlign = 'left'
  context.textBaseline = 'top'
  context.fillText(look.countName, left + fontSize * 0.4, 0)
}

/** A round step that gives two to five lines. */
function tickStep(highest: number): number {
  const rough = highest / 4
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power
}
