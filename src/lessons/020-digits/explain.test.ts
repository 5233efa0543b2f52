import { describe, expect, it } from 'vitest'
import { oneHotOf, pageStart, splitsOf, turnPage, wallPlane } from './explain.ts'

describe('a wall of digits', () => {
  // Two digits: the first has a full pixel at the top left, the second a half one at the bottom right.
  const imagesNHW = new Uint8Array(2 * 784)
  imagesNHW[0] = 255
  imagesNHW[784 + 783] = 51
  const digits = {
    imagesNHW,
    labels: Uint8Array.of(7, 2),
    indices: Uint32Array.of(0, 1),
    matching: 2,
  }
  it('puts digit d of n at every n-th number, with room for the label below and nothing for missing digits', () => {
    const { shape, values } = wallPlane(digits, 3)
    expect(shape).toEqual([34, 28, 3])
    expect(values.length).toBe(34 * 28 * 3)
    expect(values[0]).toBe(1)
    expect(values[783 * 3 + 1]).toBeCloseTo(0.2, 7)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1.2, 6)
  })
})

describe('pages', () => {
  it('start at multiples of their size', () => {
    expect(pageStart(0, 48)).toBe(0)
    expect(pageStart(47, 48)).toBe(0)
    expect(pageStart(100, 48)).toBe(96)
  })
  it('stop at both ends', () => {
    expect(turnPage(0, { matching: 100, perPage: 48, back: false })).toBe(48)
    expect(turnPage(96, { matching: 100, perPage: 48, back: false })).toBe(96)
    expect(turnPage(48, { matching: 100, perPage: 48, back: true })).toBe(0)
    expect(turnPage(0, { matching: 100, perPage: 48, back: true })).toBe(0)
  })
})

describe('the data set', () => {
  it('is drawn true to scale: 55,000 of 70,000 images are 11/14 of the bar', () => {
    expect(splitsOf({ train: 55_000, validation: 5_000, test: 10_000 })).toEqual([
      { split: 'train', count: 55_000, share: 11 / 14 },
      { split: 'validation', count: 5_000, share: 1 / 14 },
      { split: 'test', count: 10_000, share: 1 / 7 },
    ])
  })
  it('has labels as ten numbers with a single one', () => {
    expect(oneHotOf(4)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    expect(oneHotOf(0)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})
