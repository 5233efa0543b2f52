import { describe, expect, it } from 'vitest'
import { initialParameters } from '../../network/parameters.ts'
import { binEdges, binsPerSide, histogramOf, initialFilters, sharedLimit } from './explain.ts'

describe('the filters at step 0', () => {
  it('are the ones the network starts with, for any seed', () => {
    for (const seed of [0, 7, 123456]) {
      expect(initialFilters(seed).values).toEqual(initialParameters(seed)['conv1/weights'])
    }
  })
})

describe('the shared scale', () => {
  const of = (values: number[]) => ({
    shape: [5, 5, 1, 32],
    values: Float32Array.from({ length: 800 }, (_, i) => values[i] ?? 0),
  })
  it('ends at the larger of the two largest weights', () => {
    // The second number belongs to filter 1.
    expect(sharedLimit(of([0.25]), of([0, -0.5]), null)).toBe(0.5)
    expect(sharedLimit(of([0.25]), of([0, -0.5]), 0)).toBe(0.25)
    expect(sharedLimit(of([]), of([]), 3)).toBe(1)
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
