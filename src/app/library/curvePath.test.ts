import { expect, test } from 'vitest'
import { curvePath } from './curvePath.ts'

const box = { width: 100, height: 20 }

test('a loss that falls by the same factor falls by the same height', () => {
  const points = [100, 10, 1].map((loss, place) => ({ step: place * 7, loss }))
  expect(curvePath(points, box)).toBe('M0.0 0.0L50.0 10.0L100.0 20.0')
})

test('what is no number is left out; nothing at all draws nothing', () => {
  expect(curvePath([{ step: 1, loss: Number.NaN }], box)).toBe('')
  expect(curvePath([], box)).toBe('')
})

test('a single step is a dot', () => {
  expect(curvePath([{ step: 3, loss: 2 }], box)).toMatch(/^M0\.0 (\d+\.\d)L0\.0 \1$/)
})
