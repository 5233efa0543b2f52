import { expect, it } from 'vitest'
import { printedShares } from './shares.ts'

const spent = { updates: 0, frames: 0, evaluations: 0, recording: 0, studies: 0, waiting: 0, other: 0 }

it('prints whole percents that add up to 100', () => {
  const shares = printedShares({
    spanMs: 1000,
    spentMs: { ...spent, updates: 664, frames: 168, recording: 168 },
    threadsMs: [],
  })
  // 66.4, 16.8 and 16.8: cut off they would be 66 + 16 + 16 = 98.
  expect(shares).toEqual({ ...spent, updates: 0.66, frames: 0.17, recording: 0.17 })
})

it('is all of it where there is only one thing', () => {
  expect(
    printedShares({ spanMs: 1234.5, spentMs: { ...spent, waiting: 1234.5 }, threadsMs: [] }).waiting,
  ).toBe(1)
})
