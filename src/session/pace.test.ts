import { expect, test } from 'vitest'
import { msForSteps, type Pace, withMoment } from './pace.ts'

/** Steps from `from` on, one every `msPerStep`, each reported; returns the pace and the time at its end. */
function stepping(pace: Pace, start: { atMs: number; step: number }, count: number, msPerStep: number) {
  let { atMs, step } = start
  let next = pace
  for (let i = 0; i < count; i++) {
    atMs += msPerStep
    step += 1
    next = withMoment(next, atMs, step)
  }
  return { pace: next, end: { atMs, step } }
}

test('follows a machine that grows hot: 15 s later nothing of the fast steps is left', () => {
  const cool = stepping([], { atMs: 0, step: 0 }, 600, 100)
  expect(msForSteps(cool.pace, 2400, null)).toBeCloseTo(240_000, 6)
  const warm = stepping(cool.pace, cool.end, 25, 300)
  const half = msForSteps(warm.pace, 1000, null) ?? 0
  expect(half).toBeGreaterThan(100_000)
  expect(half).toBeLessThan(300_000)
  const hot = stepping(warm.pace, warm.end, 26, 300)
  expect(msForSteps(hot.pace, 1000, null)).toBeCloseTo(300_000, 6)
})

test('follows within three steps where a step takes longer than the window', () => {
  const cool = stepping([], { atMs: 0, step: 0 }, 20, 20_000)
  expect(msForSteps(cool.pace, 10, null)).toBeCloseTo(200_000, 6)
  const hot = stepping(cool.pace, cool.end, 3, 40_000)
  // The median of the last twenty steps still says 20 s.
  expect(msForSteps(hot.pace, 10, 20_000)).toBeCloseTo(400_000, 6)
})

test('counts evaluations and whatever else holds the steps up', () => {
  const steps = stepping([], { atMs: 0, step: 0 }, 50, 100)
  const pace = withMoment(steps.pace, steps.end.atMs + 5000, 51)
  expect(msForSteps(pace, 50, 100)).toBeCloseTo((50 * (4900 + 5000)) / 50, 6)
})

test('believes the measured step while the clock has seen too little, and knows nothing before', () => {
  const { pace } = stepping([], { atMs: 0, step: 0 }, 3, 90)
  expect(msForSteps(pace, 100, 80)).toBe(8000)
  expect(msForSteps([], 100, null)).toBeNull()
})

test('forgets steps that are done again after a backend was lost', () => {
  const before = stepping([], { atMs: 0, step: 0 }, 10, 100)
  const { pace } = stepping(before.pace, { atMs: 5000, step: 4 }, 1, 100)
  expect(pace.every(({ step }) => step <= 5)).toBe(true)
})
