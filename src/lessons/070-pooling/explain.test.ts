import { describe, expect, it } from 'vitest'
import { explainWindow, pooledCellOf, strongestCell, winnerCell } from './explain.ts'

// Two maps of 4 × 4, interleaved. Map 0 counts up row by row, 0 … 15; map 1 is zero but for a 5 twice in the last window.
const second = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 5, 0]
const map = {
  shape: [4, 4, 2],
  values: Float32Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? i / 2 : second[(i - 1) / 2])),
}

describe('one window of the max pooling', () => {
  it('holds four candidates of which the largest wins', () => {
    // The window of pooled cell (1, 0) covers rows 2 and 3, columns 0 and 1.
    expect(explainWindow(map, { map: 0, row: 1, column: 0 })).toEqual({
      candidates: [8, 9, 12, 13],
      winner: 3,
      tie: false,
      even: false,
    })
    expect(winnerCell(map, { map: 0, row: 1, column: 0 })).toEqual({ map: 0, row: 3, column: 1 })
  })
  it('gives a tie to the first in reading order', () => {
    expect(explainWindow(map, { map: 1, row: 1, column: 1 })).toEqual({
      candidates: [0, 5, 5, 0],
      winner: 1,
      tie: true,
      even: false,
    })
    expect(explainWindow(map, { map: 1, row: 0, column: 0 })).toMatchObject({
      winner: 0,
      even: true,
    })
    expect(winnerCell(map, { map: 1, row: 0, column: 0 })).toBe(null)
  })
  it('starts at the strongest cell: map 0 ends with 15', () => {
    expect(strongestCell(map)).toEqual({ map: 0, row: 3, column: 3 })
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
