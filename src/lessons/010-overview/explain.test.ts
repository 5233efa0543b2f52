import { describe, expect, it } from 'vitest'
import { indexOfLargest, shapeText } from './explain.ts'

describe('the way through the network', () => {
  it('writes shapes as height × width × maps', () => {
    expect(shapeText('conv1', String)).toBe('28\u2009×\u200928\u2009×\u200932')
    expect(shapeText('pool2', String)).toBe('7\u2009×\u20097\u2009×\u200964')
    expect(shapeText('fc1', String)).toBe('1024')
  })
  it('answers with the class of the largest value, the first of equal ones', () => {
    expect(indexOfLargest([0.1, 0.4, 0.1, 0.4])).toBe(1)
    expect(indexOfLargest([-3, -1, -2])).toBe(1)
  })
})
