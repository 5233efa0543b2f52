import { describe, expect, it } from 'vitest'
import { convolve } from './convolution.ts'
import { chainedFilter, windowSum } from './filter-chain.ts'
import { createRandom, derive, uniform } from './random.ts'

const random = createRandom(derive(5, 'filters'))
const numbers = (count: number) => Float64Array.from({ length: count }, () => uniform(random) - 0.5)
const sizes = { n: 1, height: 14, width: 12, inputChannels: 1, outputChannels: 1 }
const none = Float64Array.of(0)

describe('two filters in a row', () => {
  it('of one line each are the product of polynomials: (1 + 2x + 3x²)(4 + 5x + 6x²)', () => {
    const [first, second] = [
      Float64Array.of(0, 0, 0, 1, 2, 3, 0, 0, 0),
      Float64Array.of(0, 0, 0, 4, 5, 6, 0, 0, 0),
    ]
    const chained = [...chainedFilter(first, second, 3)]
    expect(chained.slice(10, 15)).toEqual([4, 13, 28, 27, 18])
    expect(chained.filter((weight) => weight !== 0)).toHaveLength(5)
  })

  it('give what one filter of 9 × 9 gives, everywhere but at the border', () => {
    const [image, first, second] = [numbers(14 * 12), numbers(25), numbers(25)]
    const between = convolve(image, first, none, { ...sizes, side: 5 })
    const inTwo = convolve(between, second, none, { ...sizes, side: 5 })
    const inOne = convolve(image, chainedFilter(first, second, 5), none, { ...sizes, side: 9 })
    const distances = (isBorder: boolean) =>
      [...inTwo.keys()].flatMap((at) => {
        const [row, column] = [Math.floor(at / 12), at % 12]
        const atBorder = row < 2 || row > 11 || column < 2 || column > 9
        return atBorder === isBorder ? [Math.abs(inTwo[at]! - inOne[at]!)] : []
      })
    expect(Math.max(...distances(false))).toBeLessThan(1e-12)
    expect(Math.max(...distances(true))).toBeGreaterThan(0.1)
  })
})

it('a window sums to what the convolution has at its place, over the border too', () => {
  const [image, filter] = [numbers(14 * 12), numbers(25)]
  const all = convolve(image, filter, none, { ...sizes, side: 5 })
  for (const [row, column] of [
    [0, 0],
    [13, 11],
    [6, 5],
    [1, 10],
  ] as const) {
    expect(windowSum(image, filter, { row, column, width: 12, side: 5 })).toBeCloseTo(
      all[row * 12 + column]!,
      12,
    )
  }
})
