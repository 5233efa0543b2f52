import { describe, expect, it } from 'vitest'
import { valueAt } from '../../paint/mapGrid.ts'
import type { RecordedPictures } from '../../protocol/record.ts'
import { pictureShapes, planeOf, precisionOf, valueOfByte } from './pictures.ts'

describe('recorded pictures', () => {
  it('have exactly zero at byte 128 where they are signed, and their limit at both ends', () => {
    const signed = { limit: 0.25, isSigned: true }
    expect(valueOfByte(128, signed)).toBe(0)
    expect(valueOfByte(255, signed)).toBe(0.25)
    expect(valueOfByte(1, signed)).toBe(-0.25)
  })
  it('go from zero to their limit where they are not', () => {
    const unsigned = { limit: 3, isSigned: false }
    expect(valueOfByte(0, unsigned)).toBe(0)
    expect(valueOfByte(255, unsigned)).toBe(3)
  })
  it('are exact to half the distance of two bytes', () => {
    for (const pictures of [
      { limit: 0.25, isSigned: true },
      { limit: 3, isSigned: false },
    ])
      expect(precisionOf(pictures)).toBeCloseTo(
        (valueOfByte(201, pictures) - valueOfByte(200, pictures)) / 2,
        12,
      )
  })
  it('keep the order of the tap: filter 7, row 2, column 3 of conv1 is byte (2 · 5 + 3) · 32 + 7', () => {
    const bytes = new Uint8Array(5 * 5 * 32).fill(128)
    bytes[(2 * 5 + 3) * 32 + 7] = 255
    const plane = planeOf(of('conv1/weights', [5, 5, 1, 32], bytes), 'conv1/weights')
    const shape = pictureShapes['conv1/weights']
    expect(valueAt(plane, shape, { map: 7, row: 2, column: 3 })).toBe(0.5)
    expect([...plane.values].filter((value) => value !== 0)).toHaveLength(1)
  })
  it('show digits as they are, one after the other: digit 4, row 10, column 20', () => {
    const bytes = new Uint8Array(10 * 28 * 28)
    bytes[4 * 784 + 10 * 28 + 20] = 255
    const plane = planeOf({ ...of('input', [10, 28, 28], bytes), isSigned: false, limit: 1 }, 'digits')
    expect(valueAt(plane, pictureShapes.digits, { map: 4, row: 10, column: 20 })).toBe(1)
    expect([...plane.values].filter((value) => value !== 0)).toHaveLength(1)
  })
})

function of(tap: RecordedPictures['tap'], shape: readonly number[], bytes: Uint8Array): RecordedPictures {
  return { tap, shape, bytes, limit: 0.5, isSigned: true }
}
