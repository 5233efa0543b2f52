import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BackendFailure, stepDeadlineMs, withPatience } from './deadline.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const never = new Promise<never>(() => {})
const alive = new AbortController().signal

test('what is done in time is returned, and what throws throws as it is', async () => {
  expect(await withPatience(Promise.resolve(3), { deadlineMs: 100, lost: alive })).toBe(3)
  const failing = withPatience(Promise.reject(new TypeError('x')), { deadlineMs: 100, lost: alive })
  await expect(failing).rejects.toThrow(TypeError)
  expect(vi.getTimerCount()).toBe(0)
})

test('a device that never answers counts as failed at the deadline', async () => {
  const waiting = withPatience(never, { deadlineMs: 60_000, lost: alive })
  const outcome = expect(waiting).rejects.toThrow('no answer for 60 s')
  await vi.advanceTimersByTimeAsync(60_000)
  await outcome
})

test('a lost device counts as failed at once, with its reason', async () => {
  const waiting = withPatience(never, { deadlineMs: 60_000, lost: AbortSignal.abort('driver reset') })
  await expect(waiting).rejects.toEqual(new BackendFailure('driver reset'))
})

test('a device lost in the middle counts as failed, and finished work leaves no listener', async () => {
  const device = new AbortController()
  const added = vi.spyOn(device.signal, 'addEventListener')
  const removed = vi.spyOn(device.signal, 'removeEventListener')
  await withPatience(Promise.resolve(1), { deadlineMs: 100, lost: device.signal })
  expect(removed.mock.calls).toEqual(added.mock.calls)
  const waiting = withPatience(never, { deadlineMs: 60_000, lost: device.signal })
  device.abort('context lost')
  await expect(waiting).rejects.toEqual(new BackendFailure('context lost'))
})

test('a step may take a minute, and on a slow machine fifty of its usual steps', () => {
  expect(stepDeadlineMs(null)).toBe(60_000)
  expect(stepDeadlineMs(100)).toBe(60_000)
  expect(stepDeadlineMs(20_000)).toBe(1_000_000)
})
