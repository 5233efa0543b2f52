import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { BusyReport } from '../protocol/busy.ts'
import type { Report } from '../protocol/messages.ts'
import { createBusyMeter } from './busy.ts'

let reports: BusyReport[]
let threads: number[]
const meter = () =>
  createBusyMeter({
    nowMs: () => Date.now(),
    post: (report: Report) => {
      if (report.type === 'busy') reports.push(report.busy)
    },
    threadsBusyMs: () => [...threads],
  })
const lasting = (ms: number) => () => {
  vi.setSystemTime(Date.now() + ms)
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  reports = []
  threads = []
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the worker tells what its time went into', () => {
  test('once a second, each millisecond once', async () => {
    const { during } = meter()
    for (let round = 0; round < 4; round++) {
      await during('updates', lasting(300))
      await during('frames', lasting(100))
      lasting(10)()
    }
    // 300 + 100 + 10, twice, and the third update make 1,120 ms.
    expect(reports).toEqual([
      {
        spanMs: 1120,
        spentMs: {
          ...{ updates: 900, frames: 200, evaluations: 0, recording: 0, studies: 0, waiting: 0, other: 20 },
        },
        threadsMs: [],
      },
    ])
  })

  test('with the piece that waits within another booked by itself', async () => {
    const { during } = meter()
    await during('updates', async () => {
      lasting(400)()
      await during('recording', lasting(500))
      lasting(200)()
    })
    expect(reports[0]?.spentMs).toMatchObject({ updates: 600, recording: 500, other: 0 })
  })

  test('also when the work fails', async () => {
    const { during } = meter()
    const failing = () => {
      lasting(1500)()
      throw new Error('lost')
    }
    await expect(during('updates', failing)).rejects.toThrow('lost')
    expect(reports[0]?.spentMs.updates).toBe(1500)
  })

  test('and at the end that it waits, then no more', async () => {
    const { during, rest } = meter()
    await during('updates', lasting(700))
    rest()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(reports.map(({ spanMs, spentMs }) => [spanMs, spentMs.updates, spentMs.waiting])).toEqual([
      [1000, 700, 300],
      [1000, 0, 1000],
    ])
  })

  test('with a rest that ends booked as waiting up to its end', async () => {
    const { during, rest, resume } = meter()
    rest()
    await vi.advanceTimersByTimeAsync(400)
    resume()
    await during('evaluations', lasting(600))
    expect(reports.map(({ spentMs }) => [spentMs.waiting, spentMs.evaluations])).toEqual([[400, 600]])
  })

  test('with the time of each thread, except where the threads are other ones than before', async () => {
    threads = [5, 7]
    const { during } = meter()
    threads = [505, 607]
    await during('updates', lasting(1000))
    threads = [10, 10]
    await during('updates', lasting(1000))
    threads = [60, 110]
    await during('updates', lasting(1000))
    expect(reports.map(({ threadsMs }) => threadsMs)).toEqual([[500, 600], [], [50, 100]])
  })
})
