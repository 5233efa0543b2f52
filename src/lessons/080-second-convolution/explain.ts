/** One output pixel of the second convolution, as the sum of what its 32 input maps contribute. */
import type { Plane } from '../../math/plane.ts'

export type OnePixel = {
  /** For each input map the sum of its 25 products of pixel and weight. */
  readonly contributions: Float32Array
  readonly sumOfContributions: number
  readonly bias: number
  /** Sum of contributions and bias: what the map shows before ReLU. */
  readonly value: number
  /** How many places of the window lie outside of the input maps. */
  readonly padded: number
}

export const windowSide = 5
const reach = (windowSide - 1) / 2

/**
 * @param planes pool1 [14, 14, 32], weights [5, 5, 32, 64] (HWIO), bias [64], all of one step
 * @param at the output pixel; the window is centred on it (SAME padding, two pixels of zeros)
 */
export function explainPixel(
  planes: { readonly pool1: Plane; readonly weights: Plane; readonly bias: Plane },
  at: { readonly map: number; readonly row: number; readonly column: number },
): OnePixel {
  const [height, width, channelCount] = planes.pool1.shape
  const filterCount = planes.bias.values.length
  const sums = new Float64Array(channelCount)
  let padded = 0
  for (let place = 0; place < windowSide * windowSide; place++) {
    const row = at.row - reach + Math.floor(place / windowSide)
    const column = at.column - reach + (place % windowSide)
    if (row < 0 || row >= height || column < 0 || column >= width) {
      padded++
      continue
    }
    for (let channel = 0; channel < channelCount; channel++) {
      const pixel = planes.pool1.values[(row * width + column) * channelCount + channel]
      sums[channel] += pixel * planes.weights.values[(place * channelCount + channel) * filterCount + at.map]
    }
  }
  const sumOfContributions = sums.reduce((sum, contribution) => sum + contribution, 0)
  const bias = planes.bias.values[at.map]
  const contributions = Float32Array.from(sums)
  return { contributions, sumOfContributions, bias, value: sumOfContributions + bias, padded }
}
