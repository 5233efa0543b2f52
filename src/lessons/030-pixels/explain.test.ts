import { describe, expect, it } from 'vitest'
import { byteOf, bytesAround, indexOf, lineCellOf, linesOf, pixelOfLineCell } from './explain.ts'

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

describe('the row of 784 in 14 lines of 56', () => {
  it('continues one line in the next', () => {
    const { shape, values } = linesOf(image)
    expect(shape).toEqual([1, 56, 14])
    // Number 59 is the fourth of the second line.
    expect(byteOf(values[3 * 14 + 1])).toBe(59)
    expect(lineCellOf({ row: 2, column: 3 })).toEqual({ map: 1, row: 0, column: 3 })
    expect(pixelOfLineCell({ map: 1, column: 3 })).toEqual({ map: 0, row: 2, column: 3 })
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
