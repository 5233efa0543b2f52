import { describe, expect, it } from 'vitest'
import { createRandom, derive, uniform } from '../../math/random.ts'
import type { Distribution } from '../../protocol/record.ts'
import { commonSpan, rebinned, recordedBin } from './rebin.ts'

const counted = (min: number, max: number, bins: readonly number[]): Distribution => ({
  count: bins.reduce((sum, count) => sum + count, 0),
  mean: 0,
  deviation: 0,
  min,
  max,
  bins: Uint32Array.from(bins),
  percentiles: new Float32Array(9),
})
const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0)

describe('histograms on common bins', () => {
  it('stay as they are where the bins are the same', () => {
    expect([...rebinned(counted(0, 4, [3, 0, 5, 2]), { low: 0, high: 4 }, 4)]).toEqual([3, 0, 5, 2])
  })
  it('share a bin evenly: 6 values from 1 to 4 over bins 0–2, 2–4, 4–6 are 2, 4, 0', () => {
    expect([...rebinned(counted(1, 4, [6]), { low: 0, high: 6 }, 3)]).toEqual([2, 4, 0])
  })
  it('keep values that are all equal in one bin', () => {
    expect([...rebinned(counted(0.1, 0.1, [32]), { low: 0, high: 0.4 }, 4)]).toEqual([0, 32, 0, 0])
  })
  it('put the greatest value into the last bin', () => {
    expect([...rebinned(counted(2, 2, [7]), { low: 0, high: 2 }, 4)]).toEqual([0, 0, 0, 7])
  })
  it('lose and invent nothing, whatever the bins', () => {
    const generator = createRandom(derive(5, 'rebin'))
    const random = () => uniform(generator)
    for (let trial = 0; trial < 200; trial++) {
      const bins = Array.from({ length: 1 + Math.floor(random() * 64) }, () => Math.floor(random() * 1000))
      const min = random() * 4 - 2
      const max = min + random() * 3 + 0.001
      const span = { low: min - random(), high: max + random() }
      const counts = rebinned(counted(min, max, bins), span, 1 + Math.floor(random() * 50))
      expect(Math.abs(sumOf(counts) - sumOf(bins))).toBeLessThan(1e-6 * (1 + sumOf(bins)))
      expect(Math.min(...counts)).toBeGreaterThan(-1e-9)
    }
  })
})

describe('the span of several histograms', () => {
  it('goes from the least to the greatest value of all', () => {
    expect(commonSpan([counted(-1, 2, [1]), counted(0, 5, [1])])).toEqual({ low: -1, high: 5 })
  })
  it('is never empty: around 0.1 alone it goes from 0.05 to 0.15', () => {
    const { low, high } = commonSpan([counted(0.1, 0.1, [32])])
    expect(low).toBeCloseTo(0.05, 12)
    expect(high).toBeCloseTo(0.15, 12)
    expect(commonSpan([counted(0, 0, [3])])).toEqual({ low: -0.5, high: 0.5 })
  })
})

describe('the recorded bin of a value', () => {
  const distribution = counted(0, 4, [3, 0, 5, 2])
  it('is the one it falls into, an edge belongs to the bin above it', () => {
    expect(recordedBin(distribution, 2.5)).toEqual({ low: 2, high: 3, count: 5 })
    expect(recordedBin(distribution, 2)).toEqual({ low: 2, high: 3, count: 5 })
  })
  it('is the last one for the greatest value, and none outside', () => {
    expect(recordedBin(distribution, 4)).toEqual({ low: 3, high: 4, count: 2 })
    expect(recordedBin(distribution, 4.1)).toBeNull()
    expect(recordedBin(distribution, -0.1)).toBeNull()
  })
  it('holds all values where all are equal', () => {
    expect(recordedBin(counted(0.1, 0.1, [32]), 0.1)).toEqual({ low: 0.1, high: 0.1, count: 32 })
  })
})
