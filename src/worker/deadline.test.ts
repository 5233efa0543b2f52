import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BackendFailure, stepDeadlineMs, withPatience } from './deadline.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const never = new Promise<never>(() => {})

test('what is done in time is returned, and what throws throws as it is', async () => {
  expect(await withPatience(Promise.resolve(3), { deadlineMs: 100, lost: never })).toBe(3)
  const failing = withPatience(Promise.reject(new TypeError('x')), { deadlineMs: 100, lost: never })
  await expect(failing).rejects.toThrow(TypeError)
  expect(vi.getTimerCount()).toBe(0)
})

test('a device that never answers counts as failed at the deadline', async () => {
  const waiting = withPatience(never, { deadlineMs: 60_000, lost: never })
  const outcome = expect(waiting).rejects.toThrow('no answer for 60 s')
  await vi.advanceTimersByTimeAsync(60_000)
  await outcome
})

test('a lost device counts as failed at once, with its reason', async () => {
  const waiting = withPatience(never, { deadlineMs: 60_000, lost: Promise.resolve('driver reset') })
  await expect(waiting).rejects.toEqual(new BackendFailure('driver reset'))
})

test('a step may take a minute, and on a slow machine fifty of its usual steps', () => {
  expect(stepDeadlineMs(null)).toBe(60_000)
  expect(stepDeadlineMs(100)).toBe(60_000)
  expect(stepDeadlineMs(20_000)).toBe(1_000_000)
})
