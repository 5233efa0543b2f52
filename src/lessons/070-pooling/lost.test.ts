import { expect, test } from 'vitest'
import { isLostToALarger } from './lost.ts'

// Two maps of 2 × 4, interleaved. Map 0 has the windows 1 3 / 5 5 and 2 0 / 0 0, map 1 is 7 everywhere.
const first = [1, 3, 2, 0, 5, 5, 0, 0]
const maps = { shape: [2, 4, 2], values: Float32Array.from(first.flatMap((value) => [value, 7])) }
const isLost = (row: number, column: number, map = 0) => isLostToALarger(maps, { map, row, column })

test('a 3 beside a 5 is lost although a 2 wins elsewhere', () => {
  expect(isLost(0, 1)).toBe(true)
})
test('a value that is lost, but smaller than every winner, is no such value', () => {
  expect(isLost(0, 0)).toBe(false)
  expect(isLost(1, 3)).toBe(false)
})
test('a winner is not lost, nor is a value as large as the winner of its window', () => {
  expect(isLost(1, 0)).toBe(false)
  expect(isLost(1, 1)).toBe(false)
  expect(isLost(0, 2)).toBe(false)
  expect(isLost(0, 0, 1)).toBe(false)
})
