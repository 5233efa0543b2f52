import { describe, expect, it } from 'vitest'
import { activeCount, flatIndex, parameterCounts } from './explain.ts'

describe('the parameters of the layers', () => {
  it('are 832, 51,264, 3,212,288 and 10,250, together 3,274,634', () => {
    const counts = parameterCounts()
    expect(counts.map(({ layer, count }) => [layer, count])).toEqual([
      ['conv1', 832],
      ['conv2', 51_264],
      ['fc1', 3_212_288],
      ['fc2', 10_250],
    ])
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3_274_634)
  })
  it('have shares that add up to 1, of which fc1 has 98.1 %', () => {
    const shares = parameterCounts().map(({ share }) => share)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(shares[2]).toBeCloseTo(0.98096, 5)
  })
})

describe('flattening', () => {
  it('goes row by row, then column by column, then map by map', () => {
    expect(flatIndex({ map: 0, row: 0, column: 0 })).toBe(0)
    expect(flatIndex({ map: 1, row: 0, column: 0 })).toBe(1)
    expect(flatIndex({ map: 0, row: 0, column: 1 })).toBe(64)
    expect(flatIndex({ map: 0, row: 1, column: 0 })).toBe(448)
    expect(flatIndex({ map: 63, row: 6, column: 6 })).toBe(3135)
  })
})

describe('active neurons', () => {
  it('are those above zero', () => {
    expect(activeCount({ shape: [5], values: Float32Array.of(0, 0.001, 2, 0, -0) })).toBe(2)
  })
})
