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

/** The row of 784 is too long for a screen: it is shown in lines, like text. */
export const lineCount = 14
export const lineLength = pixelCount / lineCount

/** The 784 numbers as `lineCount` maps of one row, [1, lineLength, lineCount]. */
export function linesOf({ values }: Plane): Plane {
  const lines = new Float32Array(pixelCount)
  for (let i = 0; i < pixelCount; i++) {
    lines[(i % lineLength) * lineCount + Math.floor(i / lineLength)] = values[i]
  }
  return { shape: [1, lineLength, lineCount], values: lines }
}

/** Where a pixel of the square stands in the lines. */
export function lineCellOf(pixel: { readonly row: number; readonly column: number }): MapCell {
  const index = indexOf(pixel)
  return { map: Math.floor(index / lineLength), row: 0, column: index % lineLength }
}

/** Where a place in the lines stands in the square. */
export function pixelOfLineCell({ map, column }: { readonly map: number; readonly column: number }): MapCell {
  const index = map * lineLength + column
  return { map: 0, row: Math.floor(index / imageSide), column: index % imageSide }
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
