/** One window of the max pooling, worked out by hand. */
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'

export const poolSide = 2

export type OneWindow = {
  /** The four candidates in reading order: top left, top right, bottom left, bottom right. */
  readonly candidates: readonly number[]
  /** Index of the largest; of equal ones the first in reading order. */
  readonly winner: number
  /** Whether another candidate is as large as the winner. */
  readonly tie: boolean
  /** All four are the same: there was nothing to choose. */
  readonly even: boolean
}

/**
 * The 2 × 2 window that makes a pooled cell.
 * @param map the values before pooling, [height, width, maps]
 * @param pooled the cell after pooling
 */
export function explainWindow(map: Plane, pooled: MapCell): OneWindow {
  const [, width, mapCount] = map.shape
  const candidates = Array.from({ length: poolSide * poolSide }, (_, i) => {
    const row = pooled.row * poolSide + Math.floor(i / poolSide)
    const column = pooled.column * poolSide + (i % poolSide)
    return map.values[(row * width + column) * mapCount + pooled.map]
  })
  const largest = Math.max(...candidates)
  const winner = candidates.indexOf(largest)
  return {
    candidates,
    winner,
    tie: candidates.lastIndexOf(largest) !== winner,
    even: candidates.every((candidate) => candidate === largest),
  }
}

/** Where the winner of a pooled cell stands in its map; null where all four candidates are the same. */
export function winnerCell(map: Plane, pooled: MapCell): MapCell | null {
  const { winner, even } = explainWindow(map, pooled)
  if (even) return null
  return {
    map: pooled.map,
    row: pooled.row * poolSide + Math.floor(winner / poolSide),
    column: pooled.column * poolSide + (winner % poolSide),
  }
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
