/** One output pixel of the first convolution, worked out by hand from the planes of one frame. */
import type { Plane } from '../../math/plane.ts'

export type OnePixel = {
  /** Input × weight for the 25 places of the window, row by row; outside the image the input is 0. */
  readonly products: Float64Array
  readonly sumOfProducts: number
  readonly bias: number
  /** Sum of products and bias: what the map shows before ReLU. */
  readonly value: number
  /** How many places of the window lie outside the image. */
  readonly padded: number
}

export const windowSide = 5

/**
 * @param planes input [28, 28, 1], weights [5, 5, 1, 32] (HWIO), bias [32], all of one step
 * @param at the output pixel; the window is centred on it (SAME padding, two pixels of zeros)
 */
export function explainPixel(
  planes: { readonly input: Plane; readonly weights: Plane; readonly bias: Plane },
  at: { readonly map: number; readonly row: number; readonly column: number },
): OnePixel {
  const [height, width] = planes.input.shape
  const filterCount = planes.bias.values.length
  const products = new Float64Array(windowSide * windowSide)
  const reach = (windowSide - 1) / 2
  let padded = 0
  for (let i = 0; i < products.length; i++) {
    const y = at.row - reach + Math.floor(i / windowSide)
    const x = at.column - reach + (i % windowSide)
    const inside = y >= 0 && y < height && x >= 0 && x < width
    if (!inside) padded++
    const pixel = inside ? planes.input.values[y * width + x] : 0
    products[i] = pixel * planes.weights.values[i * filterCount + at.map]
  }
  const sumOfProducts = products.reduce((sum, product) => sum + product, 0)
  const bias = planes.bias.values[at.map]
  return { products, sumOfProducts, bias, value: sumOfProducts + bias, padded }
}
