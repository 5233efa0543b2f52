import { expect, test } from 'vitest'
import type { Report } from '../protocol/messages.ts'
import { bench } from './testing/bench.ts'

const comparison = (id: number, compared: number): Report => ({
  type: 'comparison',
  id,
  nearest: [],
  nearestTest: null,
  compared,
  toCompare: 1000,
  asFar: 3,
})

test('a comparison grows, and what is found out about another image does not count', () => {
  const it = bench()
  it.run.compare(new Uint8Array(784))
  it.run.compare(new Uint8Array(784))
  const sent = it.worker().commands.filter((command) => command.type === 'compare')
  expect(sent.map(({ id }) => id)).toEqual([1, 2])
  it.say(comparison(1, 0))
  expect(it.run.comparison.getState().found).toBeNull()
  it.say(comparison(2, 0))
  it.say(comparison(2, 100))
  expect(it.run.comparison.getState().found).toMatchObject({ compared: 100, asFar: 3 })
  it.run.compare(null)
  expect(it.run.comparison.getState().found).toBeNull()
})

test('averages come once for each question, and none from a worker that died', async () => {
  const it = bench()
  const first = it.run.requestAverages()
  const second = it.run.requestAverages()
  it.say({ type: 'averages', id: 1, meansCHW: new Float32Array(7840), counts: [1] })
  expect((await first).counts).toEqual([1])
  it.worker().onerror?.({ message: 'gone' } as ErrorEvent)
  await expect(second).rejects.toThrow('gone')
  await expect(it.run.requestAverages()).rejects.toThrow()
})
