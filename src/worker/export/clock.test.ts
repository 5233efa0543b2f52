import { expect, test } from 'vitest'
import { clockOf } from './clock.ts'

const mark = (step: number, wallMs: number) => ({ step, wallMs })

test('steps between two summaries lie on the line between them', () => {
  const at = clockOf([mark(0, 1000), mark(100, 7000), mark(200, 9000)], { step: 200, nowMs: 50_000 })
  expect([0, 50, 100, 101, 200].map(at)).toEqual([1000, 4000, 7000, 7020, 9000])
})

test('steps after the last summary go on at its speed, but not beyond now', () => {
  const summaries = [mark(0, 1000), mark(100, 7000)]
  expect(clockOf(summaries, { step: 150, nowMs: 50_000 })(150)).toBe(10_000)
  expect(clockOf(summaries, { step: 150, nowMs: 8000 })(150)).toBe(8000)
})

test('with one summary the steps reach from it to now', () => {
  const at = clockOf([mark(0, 1000)], { step: 60, nowMs: 7000 })
  expect([0, 30, 60].map(at)).toEqual([1000, 4000, 7000])
})

test('time stands still where the clock of the machine was put back', () => {
  const at = clockOf([mark(0, 5000), mark(100, 4000), mark(200, 6000)], { step: 260, nowMs: 5500 })
  expect([0, 50, 100, 150, 200, 260].map(at)).toEqual([5000, 5000, 5000, 5500, 6000, 6000])
})

test('without a summary all is now', () => {
  expect(clockOf([], { step: 3, nowMs: 9 })(2)).toBe(9)
})
