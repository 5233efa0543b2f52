import { describe, expect, it } from 'vitest'
import { changeOf, moved, shiftedName } from './shift.ts'

// Two maps of 2 × 2, interleaved: map 0 is 4 0 0 0, map 1 is 1 1 1 1.
const before = { shape: [2, 2, 2], values: Float32Array.from([4, 1, 0, 1, 0, 1, 0, 1]) }
// The 4 has gone one to the right; of map 1 one value has become 3.
const after = { shape: [2, 2, 2], values: Float32Array.from([0, 1, 4, 3, 0, 1, 0, 1]) }

describe('how much a shift changes a layer', () => {
  it('is the mean distance divided by the mean value: 8 and 2 of 4 and 4', () => {
    expect(changeOf(before, after, 0)).toBe(2)
    expect(changeOf(before, after, 1)).toBe(0.5)
    expect(changeOf(before, after)).toBe(10 / 8)
  })
  it('is 0 where nothing changes, and unknown where nothing was', () => {
    expect(changeOf(before, before)).toBe(0)
    const nothing = { shape: [2, 2, 1], values: new Float32Array(4) }
    expect(changeOf(nothing, nothing)).toBeNull()
  })
})

describe('a shift', () => {
  it('goes two pixels at most in each direction', () => {
    expect(moved({ right: 2, down: 0 }, { right: 1, down: 0 })).toEqual({ right: 2, down: 0 })
    expect(moved({ right: -1, down: 1 }, { right: -1, down: -1 })).toEqual({ right: -2, down: 0 })
  })
  it('is named to the right and down', () => {
    expect(shiftedName('pool1', { right: -1, down: 2 })).toBe('shift/-1,2/pool1')
  })
})
