import { describe, expect, it } from 'vitest'
import { pooledCellOf, strongestCell, winnerCell } from './explain.ts'

// Two maps of 4 × 4, interleaved. Map 0 counts up row by row, 0 … 15; map 1 is zero but for a 5 twice in the last window.
const second = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 5, 0]
const map = {
  shape: [4, 4, 2],
  values: Float32Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? i / 2 : second[(i - 1) / 2])),
}

describe('one window of the max pooling', () => {
  it('is won by the largest of its four values', () => {
    // The window of pooled cell (1, 0) covers rows 2 and 3, columns 0 and 1: 8, 9, 12, 13.
    expect(winnerCell(map, { map: 0, row: 1, column: 0 })).toEqual({ map: 0, row: 3, column: 1 })
  })
  it('gives a tie to the first in reading order, and has no winner where all are the same', () => {
    expect(winnerCell(map, { map: 1, row: 1, column: 1 })).toEqual({ map: 1, row: 2, column: 3 })
    expect(winnerCell(map, { map: 1, row: 0, column: 0 })).toBe(null)
  })
  it('is found from any of its four cells', () => {
    for (const [row, column] of [
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
    ]) {
      expect(pooledCellOf({ map: 7, row, column })).toEqual({ map: 7, row: 1, column: 0 })
    }
  })
})

describe('the figure', () => {
  it('starts at the strongest cell: map 0 ends with 15', () => {
    expect(strongestCell(map)).toEqual({ map: 0, row: 3, column: 3 })
  })
})
