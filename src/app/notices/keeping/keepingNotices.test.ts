import { expect, test } from 'vitest'
import { keepingNoticesOf } from './keepingNotices.ts'

const quiet = { offered: null, problem: null, inexact: null }

test('says nothing while all is kept, or while that is not known yet', () => {
  expect(keepingNoticesOf(quiet, null, 9)).toEqual([])
  expect(keepingNoticesOf(quiet, 'starting', 9)).toEqual([])
})

test('does not trouble anybody with storage before there is a step to lose, except where something is wrong', () => {
  expect(keepingNoticesOf(quiet, { code: 'other-tab' }, 0)).toEqual([])
  expect(keepingNoticesOf(quiet, { code: 'no-storage', reason: '' }, 0)).toEqual([])
  expect(keepingNoticesOf(quiet, { code: 'other-tab' }, 1)).toHaveLength(1)
  expect(keepingNoticesOf(quiet, { code: 'newer-version' }, 0)).toHaveLength(1)
})

test('full storage that was dismissed does not come back because it is a little fuller', () => {
  const full = (usedBytes: number) => ({ code: 'storage-full', usedBytes, quotaBytes: 9 }) as const
  const [first] = keepingNoticesOf(quiet, full(7), 1)
  const [second] = keepingNoticesOf(quiet, full(8), 1)
  const [other] = keepingNoticesOf(quiet, { code: 'no-storage', reason: '' }, 1)
  expect(first?.key).toBe(second?.key)
  expect(first?.key).not.toBe(other?.key)
})
