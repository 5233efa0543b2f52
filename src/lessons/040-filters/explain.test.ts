import { describe, expect, it } from 'vitest'
import {
  binEdges,
  binsPerSide,
  changeLimit,
  changeOf,
  histogramOf,
  mostMoved,
  movementOf,
  weightsOf,
} from './explain.ts'

/** 32 filters of 5 × 5, all zero but for `set`: [filter, place in the filter, value]. */
const filters = (...set: readonly (readonly [number, number, number])[]) => {
  const values = new Float32Array(800)
  for (const [filter, place, value] of set) values[place * 32 + filter] = value
  return { shape: [5, 5, 1, 32], values }
}

describe('how far the filters have moved', () => {
  // Filter 3 moves by −0.5 and 0.25 at two of its 25 places, filter 31 by 0.75 at one.
  const change = changeOf(filters([3, 0, 0.5], [3, 24, 0.5]), filters([3, 24, 0.75], [31, 7, 0.75]))
  it('is what each weight gained since step 0', () => {
    expect(weightsOf(change, 3)).toEqual([-0.5, ...Array(23).fill(0), 0.25])
    expect(weightsOf(change, 31).indexOf(0.75)).toBe(7)
  })
  it('counts distances: 0.5 and 0.25 over 25 weights are 0.03 on average', () => {
    expect(movementOf(change, 3)).toEqual({ mean: 0.03, largest: 0.5 })
    expect(movementOf(change, 0)).toEqual({ mean: 0, largest: 0 })
    expect(movementOf(change, null)).toEqual({ mean: 1.5 / 800, largest: 0.75 })
  })
  it('is largest for filter 3 and filter 31 alike, and the first is named', () => {
    expect(mostMoved(change)).toBe(3)
    expect(mostMoved(changeOf(filters(), filters([9, 1, -1])))).toBe(9)
  })
  it('has a scale that ends at the largest change of the filter, or of all', () => {
    expect(changeLimit(change, 3)).toBe(0.5)
    expect(changeLimit(change, null)).toBe(0.75)
    expect(changeLimit(filters(), null)).toBe(1)
  })
})

describe('the histogram', () => {
  it('counts every weight once, with zero at the lower edge of a bin', () => {
    expect(binsPerSide(0.05)).toBe(3)
    const { counts } = histogramOf(Float32Array.of(-0.05, -0.001, 0, 0.019, 0.03, 0.05), 3)
    // Bins: [−0.06, −0.04) [−0.04, −0.02) [−0.02, 0) [0, 0.02) [0.02, 0.04) [0.04, 0.06)
    expect([...counts]).toEqual([1, 0, 1, 2, 1, 1])
    expect(binEdges(3, 3)).toEqual([0, 0.02])
  })
})
