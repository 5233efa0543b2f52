import { describe, expect, it } from 'vitest'
import { decimalsOf, ticksOf } from './axis.ts'

describe('numbers along an axis', () => {
  it('are round: from −0.2 to 0.2 in about five steps of 0.1', () => {
    const { ticks, increment } = ticksOf(-0.2, 0.2, 5)
    expect(increment).toBeCloseTo(0.1, 12)
    expect(ticks.map((tick) => tick.toFixed(1))).toEqual(['-0.2', '-0.1', '0.0', '0.1', '0.2'])
  })
  it('stay within the axis: from 0.3 to 7.9 these are 2, 4, 6', () => {
    expect(ticksOf(0.3, 7.9, 4).ticks).toEqual([2, 4, 6])
  })
  it('are written with as many digits as tell them apart', () => {
    expect(decimalsOf(1)).toBe(0)
    expect(decimalsOf(20)).toBe(0)
    expect(decimalsOf(0.1)).toBe(1)
    expect(decimalsOf(0.25)).toBe(2)
    expect(decimalsOf(0.00002)).toBe(5)
    expect(decimalsOf(2.5)).toBe(1)
  })
})
