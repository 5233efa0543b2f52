import { describe, expect, it } from 'vitest'
import { convolve } from '../math/convolution.ts'
import { maxPool } from '../math/pooling.ts'
import { type FieldTap, fieldTaps, receptiveField, sizeOfField } from './receptiveField.ts'

const inside = (cell: { row: number; column: number }, below: FieldTap) =>
  receptiveField('pool2', cell, below).inside

describe('the receptive field of a cell of pool2', () => {
  it('is 2 × 2, 6 × 6, 12 × 12 and 16 × 16 values in the middle', () => {
    // By hand for row 3, column 2: conv2 rows 6–7; pool1 4–9; conv1 8–19; input 6–21. Columns: 4–5; 2–7; 4–15; 2–17.
    const cell = { row: 3, column: 2 }
    expect(inside(cell, 'pool2')).toEqual({ top: 3, bottom: 3, left: 2, right: 2 })
    expect(inside(cell, 'conv2')).toEqual({ top: 6, bottom: 7, left: 4, right: 5 })
    expect(inside(cell, 'pool1')).toEqual({ top: 4, bottom: 9, left: 2, right: 7 })
    expect(inside(cell, 'conv1')).toEqual({ top: 8, bottom: 19, left: 4, right: 15 })
    expect(inside(cell, 'input')).toEqual({ top: 6, bottom: 21, left: 2, right: 17 })
    expect(sizeOfField(inside(cell, 'input'))).toEqual({ rows: 16, columns: 16 })
  })

  it('ends at the border: 10 × 14 pixels for row 7, column 2', () => {
    // Row 6: conv2 12–13; pool1 10–13; conv1 20–27; input 18–27. Column 1: 2–3; 0–5; 0–11; 0–13.
    const field = receptiveField('pool2', { row: 6, column: 1 })
    expect(field.inside).toEqual({ top: 18, bottom: 27, left: 0, right: 13 })
    expect(sizeOfField(field.inside)).toEqual({ rows: 10, columns: 14 })
    // With the padding it is 16 × 16 everywhere: rows 12–13; 10–15; 20–31; 18–33. Columns 2–3; 0–5; 0–11; −2–13.
    expect(field.whole).toEqual({ top: 18, bottom: 33, left: -2, right: 13 })
  })
})

describe('the receptive field of a cell of any map', () => {
  const sides = { input: 28, conv1: 28, pool1: 14, conv2: 14, pool2: 7 }

  it('holds exactly the pixels that can change the cell, found by lighting every pixel alone', () => {
    // With weights of 1 nothing can cancel out, so a cell is above zero exactly where the lit pixel can reach it.
    const ones = new Float64Array(25).fill(1)
    const bias = new Float64Array(1)
    const one = { n: 1, inputChannels: 1, outputChannels: 1, side: 5 }
    for (let y = 0; y < 28; y++) {
      for (let x = 0; x < 28; x++) {
        const input = new Float64Array(784)
        input[y * 28 + x] = 1
        const conv1 = convolve(input, ones, bias, { ...one, height: 28, width: 28 })
        const pool1 = maxPool(conv1, { n: 1, height: 28, width: 28, channels: 1 })
        const conv2 = convolve(pool1, ones, bias, { ...one, height: 14, width: 14 })
        const pool2 = maxPool(conv2, { n: 1, height: 14, width: 14, channels: 1 })
        const reached = { input, conv1, pool1, conv2, pool2 }
        for (const tap of fieldTaps) {
          const side = sides[tap]
          const claimed = Array.from(reached[tap], (_, cell) => {
            const field = receptiveField(tap, { row: Math.floor(cell / side), column: cell % side }).inside
            return y >= field.top && y <= field.bottom && x >= field.left && x <= field.right
          })
          expect(claimed).toEqual(Array.from(reached[tap], (value) => value > 0))
        }
      }
    }
  })
})
