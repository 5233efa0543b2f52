import { expect, test } from 'vitest'
import { gripOf } from './grip.ts'

const stands = { map: 0, row: 10, column: 10 }

test('a window of 5 × 5 is held where it was gripped, up to its edge', () => {
  expect(gripOf({ map: 0, row: 8, column: 12 }, stands, 2)).toEqual({ rows: -2, columns: 2 })
  expect(gripOf(stands, stands, 2)).toEqual({ rows: 0, columns: 0 })
})

test('pressed beyond its edge or in another map, it is held in its middle: it goes where the hand is', () => {
  expect(gripOf({ map: 0, row: 10, column: 13 }, stands, 2)).toEqual({ rows: 0, columns: 0 })
  expect(gripOf({ map: 1, row: 10, column: 11 }, stands, 2)).toEqual({ rows: 0, columns: 0 })
})
