/** Many small maps in rows: filters, convolved maps, pooled maps. Values are [height, width, map], as the network keeps them. */
import type { Plane } from '../math/plane.ts'
import { type ColorTable, pixelOf } from './color.ts'

/** How a block of numbers is cut into pictures. */
export type MapShape = { readonly mapCount: number; readonly mapHeight: number; readonly mapWidth: number }

/** Where each picture stands on the canvas, in device pixels. */
export type MapGrid = MapShape & {
  readonly columns: number
  readonly rows: number
  /** Device pixels per value: whole, so that every value is a sharp square. */
  readonly zoom: number
  readonly gap: number
  readonly width: number
  readonly height: number
}

export type MapCell = { readonly map: number; readonly row: number; readonly column: number }

/** The grid with the largest whole zoom that fits the box (device pixels); zoom 1 where nothing fits. */
export function layoutMapGrid(
  shape: MapShape,
  box: {
    readonly width: number
    readonly height: number
    readonly gap: number
    readonly columns?: number
    /** Zooms are multiples of this, so that a map half as large can cover the same area. */
    readonly zoomStep?: number
  },
): MapGrid {
  const candidates = box.columns ? [box.columns] : Array.from({ length: shape.mapCount }, (_, i) => i + 1)
  const grids = candidates.map((columns) => gridOf(shape, columns, box))
  return grids.reduce((best, grid) => (isBetter(grid, best, box) ? grid : best))
}

function gridOf(
  shape: MapShape,
  columns: number,
  box: { width: number; height: number; gap: number; zoomStep?: number },
): MapGrid {
  const rows = Math.ceil(shape.mapCount / columns)
  const { gap, zoomStep = 1 } = box
  const room = Math.min(
    (box.width - gap * (columns - 1)) / (columns * shape.mapWidth),
    (box.height - gap * (rows - 1)) / (rows * shape.mapHeight),
  )
  const zoom = Math.max(1, Math.floor(room / zoomStep) * zoomStep)
  const width = columns * shape.mapWidth * zoom + gap * (columns - 1)
  const height = rows * shape.mapHeight * zoom + gap * (rows - 1)
  return { ...shape, columns, rows, zoom, gap, width, height }
}

function isBetter(grid: MapGrid, best: MapGrid, box: { width: number; height: number }): boolean {
  const overflow = (g: MapGrid) => Math.max(0, g.width - box.width) + Math.max(0, g.height - box.height)
  if (overflow(grid) !== overflow(best)) return overflow(grid) < overflow(best)
  if (grid.zoom !== best.zoom) return grid.zoom > best.zoom
  // Among equals, full rows look calm.
  const empty = (g: MapGrid) => g.columns * g.rows - g.mapCount
  return empty(grid) !== empty(best) ? empty(grid) < empty(best) : grid.width > best.width
}

/**
 * Fills `pixels` (grid.width × grid.height) with the maps of `plane`, each value a square of `zoom` pixels.
 * `limitOfMap(map)` is the number at the end of the scale for that map; gaps get `gapPixel`.
 */
export function fillMapGrid(
  pixels: Uint32Array,
  plane: Plane,
  grid: MapGrid,
  look: {
    readonly table: ColorTable
    readonly limitOfMap: (map: number) => number
    readonly gapPixel: number
  },
): void {
  const { mapCount, mapHeight, mapWidth, zoom, width } = grid
  const { values } = plane
  const { table } = look
  pixels.fill(look.gapPixel)
  for (let map = 0; map < mapCount; map++) {
    const limit = look.limitOfMap(map) || 1
    const { x: left, y: top } = mapOrigin(grid, map)
    // The values of a map lie `mapCount` apart. Plain loops: for a handful of pixels a call costs more than the pixels.
    let from = map
    for (let row = 0; row < mapHeight; row++) {
      const line = (top + row * zoom) * width + left
      const end = line + mapWidth * zoom
      for (let at = line; at < end; from += mapCount) {
        const pixel = pixelOf(table, values[from], limit)
        for (const next = at + zoom; at < next; at++) pixels[at] = pixel
      }
      for (let copy = 1; copy < zoom; copy++) pixels.copyWithin(line + copy * width, line, end)
    }
  }
}

/** The same grid with `times` as many pixels for each: `times` is whole, so values stay sharp squares. */
export function timesLarger(grid: MapGrid, times: number): MapGrid {
  if (times === 1) return grid
  const { zoom, gap, width, height } = grid
  return { ...grid, zoom: zoom * times, gap: gap * times, width: width * times, height: height * times }
}

/** Top left corner of a map in device pixels. */
export function mapOrigin(grid: MapGrid, map: number): { x: number; y: number } {
  return {
    x: (map % grid.columns) * (grid.mapWidth * grid.zoom + grid.gap),
    y: Math.floor(map / grid.columns) * (grid.mapHeight * grid.zoom + grid.gap),
  }
}

/** The value under a point in device pixels, or null over a gap or outside. */
export function cellAt(grid: MapGrid, x: number, y: number): MapCell | null {
  const pitchX = grid.mapWidth * grid.zoom + grid.gap
  const pitchY = grid.mapHeight * grid.zoom + grid.gap
  const gridColumn = Math.floor(x / pitchX)
  const gridRow = Math.floor(y / pitchY)
  const column = Math.floor((x - gridColumn * pitchX) / grid.zoom)
  const row = Math.floor((y - gridRow * pitchY) / grid.zoom)
  const map = gridRow * grid.columns + gridColumn
  const inside = gridColumn >= 0 && gridColumn < grid.columns && gridRow >= 0 && map < grid.mapCount
  return inside && column < grid.mapWidth && row < grid.mapHeight ? { map, row, column } : null
}

/** The cell of `map` that lies nearest to a point, wherever that is: what is dragged stays in its map. */
export function nearestCell(grid: MapGrid, map: number, { x, y }: { x: number; y: number }): MapCell {
  const origin = mapOrigin(grid, map)
  const within = (at: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(at / grid.zoom)))
  return { map, row: within(y - origin.y, grid.mapHeight), column: within(x - origin.x, grid.mapWidth) }
}

/** The neighbour one value away; crosses into the next map at an edge and stays put at the rim of the grid. */
export function neighbour(grid: MapGrid, cell: MapCell, right: number, down: number): MapCell {
  const totalColumns = grid.columns * grid.mapWidth
  const totalRows = grid.rows * grid.mapHeight
  const x = (cell.map % grid.columns) * grid.mapWidth + cell.column + right
  const y = Math.floor(cell.map / grid.columns) * grid.mapHeight + cell.row + down
  const map = Math.floor(y / grid.mapHeight) * grid.columns + Math.floor(x / grid.mapWidth)
  const inside = x >= 0 && x < totalColumns && y >= 0 && y < totalRows && map < grid.mapCount
  return inside ? { map, row: y % grid.mapHeight, column: x % grid.mapWidth } : cell
}

/** The number in a cell. */
export function valueAt(plane: Plane, grid: MapShape, cell: MapCell): number {
  return plane.values[(cell.row * grid.mapWidth + cell.column) * grid.mapCount + cell.map]
}

/** Largest distance from zero among all values, or among those of one map; ignores what is not a number. */
export function largestMagnitude(plane: Plane, shape?: MapShape, map?: number): number {
  const { values } = plane
  const start = shape && map !== undefined ? map : 0
  const stride = shape && map !== undefined ? shape.mapCount : 1
  let largest = 0
  for (let i = start; i < values.length; i += stride) {
    const magnitude = Math.abs(values[i])
    if (magnitude > largest && magnitude < Number.POSITIVE_INFINITY) largest = magnitude
  }
  return largest
}
