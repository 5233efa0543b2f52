import { describe, expect, it } from 'vitest'
import { nextPosition } from './playing.ts'

describe('a player', () => {
  it('slides on and stops at the end', () => {
    expect(nextPosition(1.25, 0.5, { last: 9, jump: 0 })).toEqual({ position: 1.75, due: 0 })
    expect(nextPosition(8.75, 0.5, { last: 9, jump: 0 }).position).toBe(9)
  })
  it('that jumps stands still until a whole stop is due, and loses no time', () => {
    expect(nextPosition(2, 0.75, { last: 9, jump: 1 })).toEqual({ position: 2, due: 0.75 })
    expect(nextPosition(2.5, 1.25, { last: 9, jump: 1 })).toEqual({ position: 3, due: 0.25 })
    expect(nextPosition(2, 3.5, { last: 9, jump: 1 })).toEqual({ position: 5, due: 0.5 })
    expect(nextPosition(9, 1, { last: 9, jump: 1 }).position).toBe(9)
  })
  it('jumps row by row where a row has 28 stops, and ends at the last stop', () => {
    expect(nextPosition(30, 27, { last: 783, jump: 28 })).toEqual({ position: 30, due: 27 })
    expect(nextPosition(30, 29, { last: 783, jump: 28 })).toEqual({ position: 58, due: 1 })
    expect(nextPosition(770, 28, { last: 783, jump: 28 }).position).toBe(783)
  })
})
