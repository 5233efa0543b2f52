/** The part of a map that the window has not made yet. In device pixels. */
import { css, palettes } from '../paint/color.ts'
import type { MapGrid } from '../paint/mapGrid.ts'
import type { Surface } from '../ui/Stage.tsx'
import { paintFrame } from './paintFrame.ts'

/** Covers what comes after the first `made` values, in reading order, and frames the map. */
export function paintUnmade(surface: Surface, grid: MapGrid, made: number): void {
  const { context, theme, width, height } = surface
  const { zoom, mapWidth } = grid
  const row = Math.floor(made / mapWidth)
  const column = made % mapWidth
  const rest = [
    [column * zoom, row * zoom, width - column * zoom, zoom],
    [0, (row + 1) * zoom, width, height - (row + 1) * zoom],
  ] as const
  context.fillStyle = css(palettes[theme].rule, 0.35)
  for (const [x, y, wide, high] of rest) {
    context.clearRect(x, y, wide, Math.max(0, high))
    context.fillRect(x, y, wide, Math.max(0, high))
  }
  paintFrame(surface, grid)
}
