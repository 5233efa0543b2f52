/** The windows of the pooling on the map they are laid over, and the winner of each. */
import type { Plane } from '../../math/plane.ts'
import { css, palettes } from '../../paint/color.ts'
import type { MapGrid } from '../../paint/mapGrid.ts'
import { poolSide } from '../../sums/pooling.ts'
import type { Surface } from '../../ui/Stage.tsx'
import { winnerCell } from './explain.ts'

/** No dot where all four candidates are the same: there nothing was chosen. */
export function paintWindows({ context, theme, ratio }: Surface, grid: MapGrid, map: Plane): void {
  const { zoom, mapHeight, mapWidth } = grid
  const palette = palettes[theme]
  const line = Math.max(1, Math.round(ratio))
  context.fillStyle = css(palette.rule, 0.8)
  for (let row = poolSide; row < mapHeight; row += poolSide) {
    context.fillRect(0, row * zoom, mapWidth * zoom, line)
  }
  for (let column = poolSide; column < mapWidth; column += poolSide) {
    context.fillRect(column * zoom, 0, line, mapHeight * zoom)
  }
  const radius = Math.max(1, zoom * 0.24)
  for (let row = 0; row < mapHeight / poolSide; row++) {
    for (let column = 0; column < mapWidth / poolSide; column++) {
      const winner = winnerCell(map, { map: 0, row, column })
      if (winner === null) continue
      context.beginPath()
      context.arc((winner.column + 0.5) * zoom, (winner.row + 0.5) * zoom, radius, 0, 2 * Math.PI)
      context.fillStyle = css(palette.background)
      context.fill()
      context.lineWidth = line
      context.strokeStyle = css(palette.accent)
      context.stroke()
    }
  }
}
