/** Putting pixels and marks on a canvas. Everything here is in device pixels and takes all it needs. */
import type { Plane } from '../math/plane.ts'
import { type ColorTable, css, type Palette } from './color.ts'
import { fillMapGrid, type MapCell, type MapGrid, mapOrigin } from './mapGrid.ts'

/** A rectangle around values of one map: a window, a winner, a chosen cell. May reach beyond the map (padding). */
export type Mark = MapCell & {
  readonly rows: number
  readonly columns: number
  /** The map it ends in, where it goes over several. */
  readonly lastMap?: number
  /** `accent`: what is pointed at. `ink`: what belongs to it. */
  readonly look: 'accent' | 'ink'
}

/** Paints a whole grid of maps; `picture` is kept by the caller so that no memory is taken per frame. */
export function paintMapGrid(
  context: CanvasRenderingContext2D,
  picture: ImageData,
  plane: Plane,
  grid: MapGrid,
  look: {
    readonly table: ColorTable
    readonly limitOfMap: (map: number) => number
    readonly gapPixel: number
  },
): void {
  fillMapGrid(new Uint32Array(picture.data.buffer), plane, grid, look)
  context.putImageData(picture, 0, 0)
}

/** A hairline around each map, inside its edge. */
export function paintOutlines(
  context: CanvasRenderingContext2D,
  grid: MapGrid,
  look: { readonly palette: Palette; readonly ratio: number },
): void {
  const line = Math.max(1, Math.round(look.ratio))
  context.lineWidth = line
  context.strokeStyle = css(look.palette.rule)
  for (let map = 0; map < grid.mapCount; map++) {
    const { x, y } = mapOrigin(grid, map)
    const width = grid.mapWidth * grid.zoom
    const height = grid.mapHeight * grid.zoom
    context.strokeRect(x + line / 2, y + line / 2, width - line, height - line)
  }
}

/** Outlines marks with a line that lies just outside the values, so that none is hidden. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  grid: MapGrid,
  marks: readonly Mark[],
  look: { readonly palette: Palette; readonly ratio: number },
): void {
  for (const mark of marks) {
    const line = Math.max(1, Math.round(2 * look.ratio))
    const { x, y } = mapOrigin(grid, mark.map)
    const end = mapOrigin(grid, mark.lastMap ?? mark.map)
    const left = withinRim(x + mark.column * grid.zoom - line / 2, line, grid.width)
    const top = withinRim(y + mark.row * grid.zoom - line / 2, line, grid.height)
    const width =
      withinRim(end.x + (mark.column + mark.columns) * grid.zoom + line / 2, line, grid.width) - left
    const height = withinRim(end.y + (mark.row + mark.rows) * grid.zoom + line / 2, line, grid.height) - top
    context.lineWidth = line * 2
    context.strokeStyle = css(look.palette.background, 0.85)
    context.strokeRect(left, top, width, height)
    context.lineWidth = line
    context.strokeStyle = css(mark.look === 'accent' ? look.palette.accent : look.palette.ink)
    context.strokeRect(left, top, width, height)
  }
}

/** Moves a line that would just fall off the canvas back onto it; what lies further out (padding) stays out. */
function withinRim(at: number, line: number, end: number): number {
  if (at < 0 && at >= -line) return line / 2
  return at > end && at <= end + line ? end - line / 2 : at
}

/** A transparent pixel: gaps show what lies under the canvas. */
export const noPixel = 0
