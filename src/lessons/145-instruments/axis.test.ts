import { describe, expect, it } from 'vitest'
import { decimalsOf, decimalsWithin } from './axis.ts'

describe('numbers along an axis', () => {
  it('are written with as many digits as tell them apart', () => {
    expect(decimalsOf(1)).toBe(0)
    expect(decimalsOf(20)).toBe(0)
    expect(decimalsOf(0.1)).toBe(1)
    expect(decimalsOf(0.25)).toBe(2)
    expect(decimalsOf(0.00002)).toBe(5)
    expect(decimalsOf(2.5)).toBe(1)
  })
  it('are as exact as a bin is narrow: 0.00625 wide is told to five digits, 25 to one', () => {
    expect(decimalsWithin(0.00625)).toBe(5)
    expect(decimalsWithin(25)).toBe(1)
    expect(decimalsWithin(3000)).toBe(0)
  })
})
