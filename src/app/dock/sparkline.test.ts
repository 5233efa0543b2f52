import { expect, test } from 'vitest'
import { columnRanges } from './sparkline.ts'

test('many values in few columns keep their extremes', () => {
  expect(columnRanges([1, 9, 2, 5, 0, 3], 2)).toEqual([
    { column: 0, low: 1, high: 9 },
    { column: 1, low: 0, high: 5 },
  ])
})

test('few values reach from the first column to the last', () => {
  expect(columnRanges([4, 2], 100)).toEqual([
    { column: 0, low: 4, high: 4 },
    { column: 99, low: 2, high: 2 },
  ])
  expect(columnRanges([4], 100)).toEqual([{ column: 0, low: 4, high: 4 }])
  expect(columnRanges([], 100)).toEqual([])
})
