import { describe, expect, it } from 'vitest'
import { roundingGap } from './rounding.ts'

describe('the rounding of a printed sum', () => {
  it('is what the printed terms lack to the printed total', () => {
    expect(roundingGap([0.4, 0.4], 0.8, 0)).toBe(1)
    expect(roundingGap([1.0006, 1.0006, -0.5], 1.5012, 3)).toBe(-0.001)
  })
  it('is zero where the printed sum is right, negative terms included', () => {
    expect(roundingGap([0.25, 0.5], 0.75, 2)).toBe(0)
    expect(roundingGap([-0.125, 0.125], 0, 3)).toBe(0)
  })
})
