/** What max pooling loses though it keeps smaller values elsewhere: values are compared only within their window. */
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { poolSide } from '../../sums/pooling.ts'

/**
 * Whether a value loses to a larger one in its window while a smaller one wins in another window of the same map.
 * @param maps the values before pooling, [height, width, maps]
 * @param cell of the maps before pooling
 */
export function isLostToALarger({ shape, values }: Plane, { map, row, column }: MapCell): boolean {
  const [height, width, mapCount] = shape
  const at = (row: number, column: number) => values[(row * width + column) * mapCount + map]
  const value = at(row, column)
  /** Of the window that a cell lies in. */
  const largest = (row: number, column: number) => {
    const [top, left] = [row - (row % poolSide), column - (column % poolSide)]
    return Math.max(at(top, left), at(top, left + 1), at(top + 1, left), at(top + 1, left + 1))
  }
  if (value >= largest(row, column)) return false
  for (let top = 0; top < height; top += poolSide) {
    for (let left = 0; left < width; left += poolSide) if (largest(top, left) < value) return true
  }
  return false
}
