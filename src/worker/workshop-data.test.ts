import { describe, expect, test } from 'vitest'
import type { Report } from '../protocol/messages.ts'
import { readyBench } from './testing/standIns.ts'

describe('data', () => {
  test('that cannot be loaded leave the run and its set as they are', async () => {
    const bench = await readyBench()
    bench.send({ type: 'one-step' })
    await bench.until(() => bench.last('status')?.step === 1, 'step 1')
    bench.send({ type: 'load-data', request: { kind: 'files', files: [] } })
    await bench.until(() => bench.last('load-failed') !== undefined, 'the failure')
    bench.send({ type: 'one-step' })
    await bench.until(() => bench.last('status')?.step === 2, 'step 2')
    expect(bench.last('status')?.run).toBe(1)
  })

  test('that are new begin a new run', async () => {
    const bench = await readyBench()
    bench.send({ type: 'one-step' })
    await bench.until(() => bench.last('status')?.step === 1, 'step 1')
    bench.send({ type: 'load-data', request: { kind: 'built-in' } })
    await bench.until(() => bench.last('status')?.run === 2, 'run 2')
    expect(bench.last('status')).toMatchObject({ status: 'ready', step: 0 })
  })

  test('can be looked at class by class', async () => {
    const bench = await readyBench()
    bench.send({ type: 'want-digits', id: 3, split: 'test', label: 4, offset: 2, count: 2 })
    await bench.until(() => bench.last('digits') !== undefined, 'digits')
    const answer = bench.last('digits') as Extract<Report, { type: 'digits' }>
    expect([...answer.indices]).toEqual([24, 34])
    expect([...answer.labels]).toEqual([4, 4])
    expect(answer.imagesNHW[784]).toBe(34)
    expect(answer.matching).toBe(25)
  })
})
