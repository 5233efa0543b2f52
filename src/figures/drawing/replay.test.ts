import { describe, expect, test } from 'vitest'
import { replayMs, strokesAt } from './replay.ts'
import type { Stroke } from './strokes.ts'

const stroke = (...times: number[]): Stroke => ({
  tool: 'pen',
  points: times.map((ms) => ({ x: 0, y: 0, ms })),
})
/** The first takes 300 ms; after 200 ms the second, 100 ms; somebody thinks for 10 s; the third is a dot. */
const strokes = [stroke(5000, 5100, 5300), stroke(5500, 5600), stroke(15_600)]
const counts = (atMs: number, whole = false) =>
  strokesAt(strokes, atMs, { whole }).map(({ points }) => points.length)

describe('a replay', () => {
  test('takes as long as the drawing, but for long pauses', () => {
    expect(replayMs(strokes)).toBe(300 + 200 + 100 + 600)
    expect(replayMs([])).toBe(0)
    expect(replayMs([stroke(7)])).toBe(0)
  })

  test('shows each point when its time has come', () => {
    expect(counts(0)).toEqual([1])
    expect(counts(99)).toEqual([1])
    expect(counts(100)).toEqual([2])
    expect(counts(499)).toEqual([3])
    expect(counts(500)).toEqual([3, 1])
    expect(counts(1199)).toEqual([3, 2])
    expect(counts(1200)).toEqual([3, 2, 1])
  })

  test('without motion shows whole strokes when they are finished', () => {
    expect(counts(299, true)).toEqual([])
    expect(counts(300, true)).toEqual([3])
    expect(counts(550, true)).toEqual([3])
    expect(counts(600, true)).toEqual([3, 2])
  })
})
