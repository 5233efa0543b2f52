import { expect, test } from 'vitest'
import { lensCorner, lensSource, lensZoom } from './lensView.ts'

const lens = { width: 240, height: 192 }

test('values of 4 pixels are drawn 7 times as large, and always by whole numbers', () => {
  // 240 / 9 values = 26.7 pixels for a value; 26.7 / 4 = 6.7
  expect(lensZoom(lens, { width: 4, height: 4 })).toBe(7)
  expect(lensZoom(lens, { width: 1, height: 1 })).toBe(27)
  for (const width of [1, 2, 3, 5, 8, 13, 40, 300]) {
    const zoom = lensZoom(lens, { width, height: width })
    expect(Number.isInteger(zoom)).toBe(true)
    expect(zoom).toBeGreaterThanOrEqual(2)
  }
})

test('the middle of the lens is what is pointed at', () => {
  expect(lensSource(lens, 4, { x: 100, y: 50 })).toEqual({ x: 70, y: 26, width: 60, height: 48 })
})

test('the lens stands above the finger, below it at the top of the window, and never leaves the window', () => {
  const window = { width: 1280, height: 720 }
  expect(lensCorner(lens, window, { x: 640, y: 500 }, 20)).toEqual({ x: 520, y: 288 })
  expect(lensCorner(lens, window, { x: 640, y: 100 }, 20)).toEqual({ x: 520, y: 120 })
  expect(lensCorner(lens, window, { x: 5, y: 500 }, 20).x).toBe(0)
  expect(lensCorner(lens, window, { x: 1279, y: 500 }, 20).x).toBe(1040)
})
