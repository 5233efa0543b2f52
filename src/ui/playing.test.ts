import { describe, expect, it } from 'vitest'
import { nextPosition } from './playing.ts'

describe('a player', () => {
  it('slides on and stops at the end', () => {
    expect(nextPosition(1.25, 0.5, { last: 9, jumps: false })).toBe(1.75)
    expect(nextPosition(8.75, 0.5, { last: 9, jumps: false })).toBe(9)
  })
  it('with reduced motion stands still until a whole stop is due', () => {
    expect(nextPosition(2, 0.75, { last: 9, jumps: true })).toBe(2)
    expect(nextPosition(2.5, 1.25, { last: 9, jumps: true })).toBe(3)
    expect(nextPosition(9, 1, { last: 9, jumps: true })).toBe(9)
  })
})
