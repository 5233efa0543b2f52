import { expect, test } from 'vitest'
import type { KeeperReport } from '../../protocol/keep.ts'
import { createAsks } from './asks.ts'
import { type LongTask, Refusal } from './parts.ts'

function desk() {
  const reports: KeeperReport[] = []
  const clock = { nowMs: 0 }
  const asks = createAsks({ post: (report) => reports.push(report), nowMs: () => clock.nowMs })
  return { asks, reports, clock }
}

const finish = () => ({ type: 'done', ask: 1 }) as const

test('long work says how far it is, at most ten times a second, and answers at its end', async () => {
  const { asks, reports, clock } = desk()
  async function* start(): LongTask<void> {
    for (const share of [0, 0.25, 0.5, 0.75]) {
      yield share
      clock.nowMs += 60
    }
  }
  await asks.answer(1, 'a', { start, finish })
  expect(reports).toEqual([
    { type: 'progress', ask: 1, share: 0 },
    { type: 'progress', ask: 1, share: 0.5 },
    { type: 'done', ask: 1 },
  ])
})

test('cancelled work ends between two shares and cleans up', async () => {
  const { asks, reports } = desk()
  let cleaned = 0
  let shares = 0
  async function* start(): LongTask<void> {
    try {
      for (;;) {
        yield 0
        if (++shares === 3) asks.cancel(1)
      }
    } finally {
      cleaned++
    }
  }
  await asks.answer(1, 'a', { start, finish })
  expect([shares, cleaned]).toEqual([3, 1])
  expect(reports.at(-1)).toEqual({ type: 'cancelled', ask: 1 })
})

test('a refusal is its problem, and anything else means that the file is damaged', async () => {
  const { asks, reports } = desk()
  async function* refuse(): LongTask<void> {
    yield 0
    throw new Refusal({ code: 'not-there' })
  }
  async function* fail(): LongTask<void> {
    yield 0
    throw new RangeError('offset')
  }
  await asks.answer(1, 'a', { start: refuse, finish })
  await asks.answer(2, 'b.npz', { start: fail, finish })
  expect(reports.filter(({ type }) => type === 'refused')).toEqual([
    { type: 'refused', ask: 1, problem: { code: 'not-there' } },
    { type: 'refused', ask: 2, problem: { code: 'file-damaged', fileName: 'b.npz', where: 'offset' } },
  ])
})
