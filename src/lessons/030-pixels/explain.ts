/** The image as a row of 784 numbers, and back. */
import type { Plane } from '../../math/plane.ts'
import { imageSide, pixelCount } from '../../network/spec.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import type { NumberCells } from '../../paint/numberCells.ts'

/** The byte a pixel had in the file: values are bytes divided by 255. */
export function byteOf(value: number): number {
  return Math.round(value * 255)
}

/** Place in the row of 784, from 0: reading order. */
export function indexOf({ row, column }: { readonly row: number; readonly column: number }): number {
  return row * imageSide + column
}

/** The pixel at a place of the row. */
export function pixelAt(index: number): MapCell {
  return { map: 0, row: Math.floor(index / imageSide), column: index % imageSide }
}

/** The fold goes from 0 (one row) to this (all rows stacked: the square). */
export const lastFold = imageSide
/** Share of a stop in which a piece of the row drops to its place; in the rest the row moves up. */
const dropShare = 0.6
/** The row stands at height 0, the square begins at this height: one pixel of air between them. */
export const squareTop = 2

/**
 * Where the pixel `index` of the row stands while the row folds, in pixels to the right and down. At the whole position
 * p, the first p pieces of 28 are rows of the square and the rest is still the row, its first number at the left.
 */
export function foldedPlace(index: number, position: number): { readonly x: number; readonly y: number } {
  const folded = Math.floor(position)
  const part = position - folded
  const { row, column } = pixelAt(index)
  if (row < folded) return { x: column, y: squareTop + row }
  if (row === folded) return { x: column, y: Math.min(1, part / dropShare) * (squareTop + row) }
  const moved = Math.max(0, (part - dropShare) / (1 - dropShare))
  return { x: (row - folded - moved) * imageSide + column, y: 0 }
}

/** The pixel drawn at a point (in pixels), or null; what drops lies on top. */
export function foldedIndexAt(x: number, y: number, position: number): number | null {
  for (let index = pixelCount - 1; index >= 0; index--) {
    const place = foldedPlace(index, position)
    if (x >= place.x && x < place.x + 1 && y >= place.y && y < place.y + 1) return index
  }
  return null
}

/** The bytes around a pixel, `side` × `side` (odd), the pixel in the middle; null beyond the edge of the image. */
export function bytesAround(
  { values }: Plane,
  { row, column }: { readonly row: number; readonly column: number },
  side: number,
): NumberCells {
  const reach = (side - 1) / 2
  const bytes = Array.from({ length: side * side }, (_, i) => {
    const y = row - reach + Math.floor(i / side)
    const x = column - reach + (i % side)
    const inside = y >= 0 && y < imageSide && x >= 0 && x < imageSide
    return inside ? byteOf(values[y * imageSide + x]) : null
  })
  return { rows: side, columns: side, values: bytes, marked: (side * side - 1) / 2 }
}
