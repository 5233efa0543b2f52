/** The padding around the image. In device pixels. */
import { css, palettes } from '../../paint/color.ts'
import type { MapGrid } from '../../paint/mapGrid.ts'
import { reach } from '../../sums/convolution.ts'
import type { Surface } from '../../ui/Stage.tsx'
import { imageSide } from './padding.ts'

/** Hatched, because its zeros are not pixels; `lit` while the text speaks of it. */
export function paintPadding(
  { context, theme, ratio, width, height }: Surface,
  { zoom }: MapGrid,
  { lit }: { readonly lit: boolean },
): void {
  const palette = palettes[theme]
  const line = Math.max(1, Math.round(ratio))
  const [inset, side] = [reach * zoom, imageSide * zoom]
  context.save()
  context.beginPath()
  context.rect(0, 0, width, height)
  context.rect(inset, inset, side, side)
  context.clip('evenodd')
  context.fillStyle = css(palette.rule, 0.35)
  context.fillRect(0, 0, width, height)
  context.lineWidth = line
  context.strokeStyle = css(lit ? palette.accent : palette.muted, lit ? 0.9 : 0.4)
  context.beginPath()
  for (let at = zoom / 2; at < width + height; at += zoom) {
    context.moveTo(at, 0)
    context.lineTo(at - height, height)
  }
  context.stroke()
  context.restore()
  context.lineWidth = line
  context.strokeStyle = css(lit ? palette.accent : palette.muted)
  context.strokeRect(inset - line / 2, inset - line / 2, side + line, side + line)
}
