import { css, type Palette } from '../../paint/color.ts'

/** Ten bars from 0 to 1 on one base line, the largest in the accent colour. In device pixels. */
export function paintProbabilities(
  context: CanvasRenderingContext2D,
  probabilities: Float32Array,
  box: {
    readonly width: number
    readonly height: number
    readonly ratio: number
    readonly palette: Palette
    /** Bars with a frame around all of their height; −1 is none. */
    readonly framed: readonly number[]
  },
): void {
  const line = Math.max(1, Math.round(box.ratio))
  const pitch = barPitch(box.width, probabilities.length)
  const barWidth = Math.max(1, pitch - 2 * line)
  const base = box.height - line
  const largest = probabilities.indexOf(Math.max(...probabilities))
  for (let i = 0; i < probabilities.length; i++) {
    const height = Math.round(probabilities[i] * (base - line))
    context.fillStyle = css(i === largest ? box.palette.accent : box.palette.muted)
    context.fillRect(i * pitch + line, base - height, barWidth, height + line)
    if (!box.framed.includes(i)) continue
    context.lineWidth = line
    context.strokeStyle = css(box.palette.accent)
    context.strokeRect(i * pitch + line / 2, line / 2, pitch - line, box.height - line)
  }
}

/** From one bar to the next, in whole device pixels. */
export function barPitch(width: number, count: number): number {
  return Math.max(1, Math.floor(width / count))
}
