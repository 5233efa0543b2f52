import { describe, expect, it } from 'vitest'
import { byteOf, bytesAround, foldedIndexAt, foldedPlace, indexOf } from './explain.ts'

/** An image whose pixel i has the byte i modulo 256. */
const image = { shape: [28, 28, 1], values: Float32Array.from({ length: 784 }, (_, i) => (i % 256) / 255) }

describe('a pixel', () => {
  it('gives back every byte of the file, exactly', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte)
    expect(bytes.map((byte) => byteOf(Math.fround(byte / 255)))).toEqual(bytes)
  })
  it('stands in reading order: row 2, column 3 (from 0) is number 59', () => {
    expect(indexOf({ row: 2, column: 3 })).toBe(59)
    expect(indexOf({ row: 27, column: 27 })).toBe(783)
  })
})

describe('the row of 784 that folds', () => {
  const everyPlace = (position: number) =>
    Array.from({ length: 784 }, (_, index) => foldedPlace(index, position))
  it('is one row at first and ends as 28 rows of 28, with a line of air above', () => {
    expect(everyPlace(0)).toEqual(Array.from({ length: 784 }, (_, x) => ({ x, y: 0 })))
    expect(foldedPlace(59, 28)).toEqual({ x: 3, y: 2 + 2 })
    expect(foldedPlace(783, 28)).toEqual({ x: 27, y: 2 + 27 })
  })
  it('loses no number on the way: at every stop each has a place of its own', () => {
    for (let position = 0; position <= 28; position++) {
      expect(new Set(everyPlace(position).map(({ x, y }) => `${x} ${y}`)).size).toBe(784)
    }
  })
  it('folds one row after the other: after three stops number 84 is the first of the row that is left', () => {
    expect(foldedPlace(83, 3)).toEqual({ x: 27, y: 4 })
    expect(foldedPlace(84, 3)).toEqual({ x: 0, y: 0 })
    // Half way down: 0.3 of a stop, of the 0.6 in which a piece drops to height 2 + 3.
    expect(foldedPlace(84, 3.3).y).toBeCloseTo(2.5, 9)
    // Then the rest moves up: at 0.8 by half of 28.
    expect(foldedPlace(112, 3.8).x).toBeCloseTo(14, 9)
  })
  it('is found again under the pointer', () => {
    expect(foldedIndexAt(3.5, 4.5, 28)).toBe(59)
    expect(foldedIndexAt(59.5, 0.5, 0)).toBe(59)
    expect(foldedIndexAt(3.5, 1.5, 28)).toBeNull()
  })
})

describe('the bytes around a pixel', () => {
  it('are read row by row', () => {
    expect(bytesAround(image, { row: 1, column: 1 }, 3).values).toEqual([0, 1, 2, 28, 29, 30, 56, 57, 58])
    expect(bytesAround(image, { row: 1, column: 1 }, 3).marked).toBe(4)
  })
  it('do not exist beyond the edge', () => {
    expect(bytesAround(image, { row: 0, column: 27 }, 3).values).toEqual([
      null,
      null,
      null,
      26,
      27,
      null,
      54,
      55,
      null,
    ])
  })
})
