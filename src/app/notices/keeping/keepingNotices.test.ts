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
