import { css, palettes } from '../../paint/color.ts'
import { type MapGrid, mapOrigin } from '../../paint/mapGrid.ts'
import type { Surface } from '../../ui/Stage.tsx'
import { labelRows } from './explain.ts'

/** Writes each digit's label into the rows kept free under it. */
export function paintLabels({ context, theme }: Surface, grid: MapGrid, labels: Uint8Array): void {
  const style = getComputedStyle(context.canvas)
  context.font = `${labelRows * grid.zoom}px ${style.getPropertyValue('--font-figures')}`
  context.fillStyle = css(palettes[theme].muted)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const [map, label] of labels.entries()) {
    const { x, y } = mapOrigin(grid, map)
    const middleRow = grid.mapHeight - labelRows / 2
    context.fillText(String(label), x + (grid.mapWidth / 2) * grid.zoom, y + middleRow * grid.zoom)
  }
}
