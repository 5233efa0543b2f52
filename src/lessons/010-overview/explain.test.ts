import { describe, expect, it } from 'vitest'
import { indexOfLargest, shapeText } from './explain.ts'

describe('the way through the network', () => {
  it('writes shapes as height × width × maps', () => {
    expect(shapeText('conv1', String)).toBe('28×28×32')
    expect(shapeText('pool2', String)).toBe('7×7×64')
    expect(shapeText('fc1', String)).toBe('1024')
    const withDecimals = (value: number, decimals = 0) => value.toFixed(decimals)
    expect(shapeText('input', withDecimals)).toBe('28×28×1')
  })
  it('answers with the class of the largest value, the first of equal ones', () => {
    expect(indexOfLargest(Float32Array.of(0.1, 0.4, 0.1, 0.4))).toBe(1)
    expect(indexOfLargest(Float32Array.of(-3, -1, -2))).toBe(1)
  })
})
