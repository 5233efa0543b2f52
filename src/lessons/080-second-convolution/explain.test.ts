import { describe, expect, it } from 'vitest'
import { convolve } from '../../math/convolution.ts'
import { createRandom, derive, normal } from '../../math/random.ts'
import { explainPixel } from './explain.ts'

const zeros = (shape: number[]) => ({ shape, values: new Float32Array(shape.reduce((a, b) => a * b, 1)) })
const poolAt = (row: number, column: number, channel: number) => (row * 14 + column) * 32 + channel
const weightAt = (u: number, v: number, channel: number, filter: number) =>
  ((u * 5 + v) * 32 + channel) * 64 + filter

describe('one pixel of the second convolution', () => {
  it('gathers from each channel with that channel’s own weights', () => {
    const pool1 = zeros([14, 14, 32])
    const weights = zeros([5, 5, 32, 64])
    const bias = zeros([64])
    pool1.values[poolAt(6, 7, 0)] = 2 // the middle of the window
    pool1.values[poolAt(4, 5, 3)] = 1.5 // its top left corner
    pool1.values[poolAt(9, 7, 3)] = 100 // outside of the window
    weights.values[weightAt(2, 2, 0, 10)] = 0.5
    weights.values[weightAt(0, 0, 3, 10)] = -2
    weights.values[weightAt(2, 2, 0, 11)] = 99 // another filter
    bias.values[10] = 0.25
    const pixel = explainPixel({ pool1, weights, bias }, { map: 10, row: 6, column: 7 })
    expect(pixel.contributions[0]).toBe(1)
    expect(pixel.contributions[3]).toBe(-3)
    expect(pixel.contributions.filter((contribution) => contribution !== 0)).toHaveLength(2)
    expect(pixel.sumOfContributions).toBe(-2)
    expect(pixel.value).toBe(-1.75)
    expect(pixel.padded).toBe(0)
  })

  it('meets padding at the border: 16 of 25 places in a corner', () => {
    const planes = { pool1: zeros([14, 14, 32]), weights: zeros([5, 5, 32, 64]), bias: zeros([64]) }
    expect(explainPixel(planes, { map: 0, row: 13, column: 0 }).padded).toBe(16)
    expect(explainPixel(planes, { map: 0, row: 1, column: 6 }).padded).toBe(5)
  })

  it('agrees with the convolution written as plain loops, at every border and in the middle', () => {
    const random = createRandom(derive(3, 'test'))
    const drawn = (shape: number[]) => {
      const plane = zeros(shape)
      for (let i = 0; i < plane.values.length; i++) plane.values[i] = normal(random)
      return plane
    }
    const planes = { pool1: drawn([14, 14, 32]), weights: drawn([5, 5, 32, 64]), bias: drawn([64]) }
    const sizes = { n: 1, height: 14, width: 14, inputChannels: 32, outputChannels: 64, side: 5 }
    const double = (plane: { values: Float32Array }) => Float64Array.from(plane.values)
    const map = convolve(double(planes.pool1), double(planes.weights), double(planes.bias), sizes)
    for (const [row, column, filter] of [
      [0, 0, 0],
      [13, 13, 63],
      [0, 9, 5],
      [7, 6, 40],
    ]) {
      const { value } = explainPixel(planes, { map: filter, row, column })
      expect(value).toBeCloseTo(map[(row * 14 + column) * 64 + filter], 10)
    }
  })
})
