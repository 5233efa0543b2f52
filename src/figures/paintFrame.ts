/** A hairline around each map: where an image is white at its edge, it shows how far the image goes. */
import { css, palettes } from '../paint/color.ts'
import { type MapGrid, mapOrigin } from '../paint/mapGrid.ts'
import type { Surface } from '../ui/Stage.tsx'

export function paintFrame({ context, theme, ratio }: Surface, grid: MapGrid): void {
  const line = Math.max(1, Math.round(ratio))
  context.lineWidth = line
  context.strokeStyle = css(palettes[theme].rule)
  for (let map = 0; map < grid.mapCount; map++) {
    const { x, y } = mapOrigin(grid, map)
    const width = grid.mapWidth * grid.zoom
    const height = grid.mapHeight * grid.zoom
    context.strokeRect(x + line / 2, y + line / 2, width - line, height - line)
  }
}
