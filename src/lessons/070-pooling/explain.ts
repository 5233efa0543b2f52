/** The windows of the max pooling on one map, and the cells around them. */
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { poolSide } from '../../sums/pooling.ts'

/**
 * Where the winner of a pooled cell stands in its map, the first of equal ones; null where all four candidates are the
 * same: there nothing was chosen.
 * @param map the values before pooling, [height, width, maps]
 */
export function winnerCell(map: Plane, pooled: MapCell): MapCell | null {
  const [, width, mapCount] = map.shape
  const cells = Array.from({ length: poolSide ** 2 }, (_, place) => ({
    map: pooled.map,
    row: pooled.row * poolSide + Math.floor(place / poolSide),
    column: pooled.column * poolSide + (place % poolSide),
  }))
  const values = cells.map(({ row, column }) => map.values[(row * width + column) * mapCount + pooled.map])
  const largest = Math.max(...values)
  return values.every((value) => value === largest) ? null : cells[values.indexOf(largest)]
}

/** The cell with the largest value of all maps, the first of equal ones: a place where there is something to see. */
export function strongestCell({ shape, values }: Plane): MapCell {
  const [, width, mapCount] = shape
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i
  const place = Math.floor(best / mapCount)
  return { map: best % mapCount, row: Math.floor(place / width), column: place % width }
}

/** The pooled cell whose window holds a cell of the map. */
export function pooledCellOf({ map, row, column }: MapCell): MapCell {
  return { map, row: Math.floor(row / poolSide), column: Math.floor(column / poolSide) }
}
