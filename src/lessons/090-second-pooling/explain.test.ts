import { describe, expect, it } from 'vitest'
import { convolve } from '../../math/convolution.ts'
import { maxPool } from '../../math/pooling.ts'
import { fieldsOf, sizeOfField } from './explain.ts'

describe('the receptive field of a cell of pool2', () => {
  it('is 2 × 2, 6 × 6, 12 × 12 and 16 × 16 pixels in the middle', () => {
    // By hand for row 3, column 2: conv2 rows 6–7; pool1 4–9; conv1 8–19; input 6–21. Columns: 4–5; 2–7; 4–15; 2–17.
    const fields = fieldsOf({ row: 3, column: 2 })
    expect(fields.conv2).toEqual({ top: 6, bottom: 7, left: 4, right: 5 })
    expect(fields.pool1).toEqual({ top: 4, bottom: 9, left: 2, right: 7 })
    expect(fields.conv1).toEqual({ top: 8, bottom: 19, left: 4, right: 15 })
    expect(fields.input).toEqual({ top: 6, bottom: 21, left: 2, right: 17 })
    expect(sizeOfField(fields.input)).toEqual({ rows: 16, columns: 16 })
  })

  it('ends at the border: 10 × 14 pixels for row 7, column 2', () => {
    // Row 6: conv2 12–13; pool1 10–13; conv1 20–27; input 18–27. Column 1: 2–3; 0–5; 0–11; 0–13.
    const fields = fieldsOf({ row: 6, column: 1 })
    expect(fields.input).toEqual({ top: 18, bottom: 27, left: 0, right: 13 })
    expect(sizeOfField(fields.input)).toEqual({ rows: 10, columns: 14 })
  })

  it('holds exactly the pixels that can change the cell, found by lighting every pixel alone', () => {
    // With weights of 1 nothing can cancel out, so a cell is above zero exactly where the lit pixel can reach it.
    const ones = new Float64Array(25).fill(1)
    const bias = new Float64Array(1)
    const one = { n: 1, inputChannels: 1, outputChannels: 1, side: 5 }
    for (let y = 0; y < 28; y++) {
      for (let x = 0; x < 28; x++) {
        const image = new Float64Array(784)
        image[y * 28 + x] = 1
        const conv1 = convolve(image, ones, bias, { ...one, height: 28, width: 28 })
        const pool1 = maxPool(conv1, { n: 1, height: 28, width: 28, channels: 1 })
        const conv2 = convolve(pool1, ones, bias, { ...one, height: 14, width: 14 })
        const pool2 = maxPool(conv2, { n: 1, height: 14, width: 14, channels: 1 })
        const claimed = Array.from(pool2, (_, cell) => {
          const { input } = fieldsOf({ row: Math.floor(cell / 7), column: cell % 7 })
          return y >= input.top && y <= input.bottom && x >= input.left && x <= input.right
        })
        expect(claimed).toEqual(Array.from(pool2, (value) => value > 0))
      }
    }
  })
})
