/** The padding around the image, and the part of a map that the window has not made yet. In device pixels. */
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

/** Covers what comes after the first `made` values, in reading order. */
export function paintUnmade(
  { context, theme, ratio, width, height }: Surface,
  { zoom, mapWidth }: MapGrid,
  made: number,
): void {
  const palette = palettes[theme]
  const row = Math.floor(made / mapWidth)
  const column = made % mapWidth
  const rest = [
    [column * zoom, row * zoom, width - column * zoom, zoom],
    [0, (row + 1) * zoom, width, height - (row + 1) * zoom],
  ] as const
  for (const [x, y, wide, high] of rest) {
    context.clearRect(x, y, wide, Math.max(0, high))
    context.fillStyle = css(palette.rule, 0.35)
    context.fillRect(x, y, wide, Math.max(0, high))
  }
  const line = Math.max(1, Math.round(ratio))
  context.lineWidth = line
  context.strokeStyle = css(palette.rule)
  context.strokeRect(line / 2, line / 2, width - line, height - line)
}
