import { expect, test } from 'vitest'
import { columnRanges } from './sparkline.ts'

/** One value at each step. */
const points = (values: readonly number[]) => values.map((value, i) => ({ step: i + 1, value }))

test('many values in few columns keep their extremes', () => {
  expect(columnRanges(points([1, 9, 2, 5, 0, 3]), 2)).toEqual([
    { column: 0, low: 1, high: 9 },
    { column: 1, low: 0, high: 5 },
  ])
})

test('few values reach from the first column to the last', () => {
  expect(columnRanges(points([4, 2]), 100)).toEqual([
    { column: 0, low: 4, high: 4 },
    { column: 99, low: 2, high: 2 },
  ])
  expect(columnRanges(points([4]), 100)).toEqual([{ column: 0, low: 4, high: 4 }])
  expect(columnRanges([], 100)).toEqual([])
})

test('a step lies where it belongs, however many records are left before it', () => {
  const thinned = [
    { step: 1, value: 5 },
    { step: 51, value: 4 },
    { step: 100, value: 3 },
    { step: 101, value: 2 },
  ]
  expect(columnRanges(thinned, 101).map(({ column }) => column)).toEqual([0, 50, 99, 100])
})
