/** The image as the convolution reads it: with two rings of zeros around it. */
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { reach } from '../../sums/convolution.ts'

export const imageSide = 28
export const paddedSide = imageSide + 2 * reach

/** @param image [28, 28, 1]; the result is [32, 32, 1] */
export function withPadding(image: Plane): Plane {
  const values = new Float32Array(paddedSide ** 2)
  for (let row = 0; row < imageSide; row++) {
    const line = image.values.subarray(row * imageSide, (row + 1) * imageSide)
    values.set(line, (row + reach) * paddedSide + reach)
  }
  return { shape: [paddedSide, paddedSide, 1], values }
}

/** The pixel that a cell of the padded image shows; null in the padding. */
export function pixelOf({ map, row, column }: MapCell): MapCell | null {
  const pixel = { map, row: row - reach, column: column - reach }
  const isInside = (at: number) => at >= 0 && at < imageSide
  return isInside(pixel.row) && isInside(pixel.column) ? pixel : null
}
