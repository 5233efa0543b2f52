import { describe, expect, it } from 'vitest'
import {
  closeComparison,
  comparePair,
  compareWith,
  comparing,
  openComparison,
  stepShown,
  wantedPair,
} from './comparing.ts'

describe('where a side of a comparison stands', () => {
  const kept = [0, 1, 2, 5, 10, 30]
  const at = (step: number | null, run: string | null = null) => stepShown({ run, step }, kept)

  it('is at a kept step, or the nearest one', () => {
    expect([0, 2, 3, 4, 9, 19, 21, 30].map((step) => at(step))).toEqual([0, 2, 2, 5, 10, 10, 30, 30])
  })

  it('is now beyond the last kept step, and where nothing is kept', () => {
    expect(at(31)).toBeNull()
    expect(at(null)).toBeNull()
    expect(stepShown({ run: null, step: 0 }, [])).toBeNull()
  })

  it('of another run is its last kept step at most: it has no now', () => {
    expect(at(300, 'other')).toBe(30)
  })
})

describe('a comparison', () => {
  it('begins with the first step and now, which an address can say', () => {
    openComparison({ run: null, step: null })
    const first = { run: null, step: 0 }
    expect(wantedPair()).toEqual([first, { run: null, step: null }])
    comparePair([first, { run: null, step: 300 }])
    expect(comparing.getState().sides?.b).toEqual({ run: null, step: 300 })
    closeComparison()
    expect(wantedPair()).toBeNull()
  })

  it('with another run names it', () => {
    openComparison({ run: null, step: null })
    compareWith('a', { run: 'other', step: 20 })
    expect(wantedPair()).toEqual([
      { run: 'other', step: 20 },
      { run: null, step: null },
    ])
    closeComparison()
  })
})
