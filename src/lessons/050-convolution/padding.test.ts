import { expect, test } from 'vitest'
import { pixelOf, withPadding } from './padding.ts'

test('the padded image has 32 × 32 values: two rings of true zeros, and every pixel two further in', () => {
  const image = { shape: [28, 28, 1], values: Float32Array.from({ length: 784 }, (_, i) => i + 1) }
  const { shape, values } = withPadding(image)
  expect(shape).toEqual([32, 32, 1])
  expect(values).toHaveLength(1024)
  // Pixels count 1 … 784: their sum is 784 · 785 / 2, and nothing else is there.
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(307720)
  expect(values.filter((value) => value === 0)).toHaveLength(1024 - 784)
  expect(values[2 * 32 + 2]).toBe(1)
  expect(values[2 * 32 + 29]).toBe(28)
  expect(values[29 * 32 + 29]).toBe(784)
})

test('a cell of the padding is no pixel', () => {
  expect(pixelOf({ map: 0, row: 1, column: 9 })).toBeNull()
  expect(pixelOf({ map: 0, row: 9, column: 30 })).toBeNull()
  expect(pixelOf({ map: 0, row: 2, column: 29 })).toEqual({ map: 0, row: 0, column: 27 })
})
