import { describe, expect, it } from 'vitest'
import { explainPixel } from './explain.ts'

// A 28 × 28 image that is zero but for three pixels, and a filter k whose weights are 1…25 times (k + 1).
const input = { shape: [28, 28, 1], values: new Float32Array(784) }
input.values[0] = 1
input.values[1] = 0.5
input.values[28] = 0.25
const weights = {
  shape: [5, 5, 1, 32],
  values: Float32Array.from({ length: 800 }, (_, i) => (Math.floor(i / 32) + 1) * ((i % 32) + 1)),
}
const bias = { shape: [32], values: new Float32Array(32).fill(0.5) }
const planes = { input, weights, bias }

describe('one pixel of the first convolution', () => {
  it('is the sum of 25 products and the bias: at the corner, 16 places of the window are padding', () => {
    // Centred on (0, 0), image pixel (0, 0) meets weight 13, (0, 1) weight 14 and (1, 0) weight 18.
    const pixel = explainPixel(planes, { map: 0, row: 0, column: 0 })
    expect(pixel.padded).toBe(16)
    expect(pixel.products[12]).toBe(13)
    expect(pixel.products[13]).toBe(7)
    expect(pixel.products[17]).toBe(4.5)
    expect(pixel.sumOfProducts).toBe(24.5)
    expect(pixel.value).toBe(25)
  })
  it('uses the weights of its own filter, unflipped', () => {
    // Centred on (2, 2) the window starts at (0, 0): weights 1, 2 and 6, times 3 for filter 2.
    const pixel = explainPixel(planes, { map: 2, row: 2, column: 2 })
    expect(pixel.padded).toBe(0)
    expect(pixel.sumOfProducts).toBe(3 * (1 + 0.5 * 2 + 0.25 * 6))
  })
  it('is the bias alone where the image is empty', () => {
    expect(explainPixel(planes, { map: 5, row: 20, column: 20 }).value).toBe(0.5)
  })
})
