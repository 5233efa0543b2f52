import { describe, expect, test } from 'vitest'
import type { StepFlow } from '../protocol/record.ts'
import { imagesRecorded } from './recorder.ts'
import { type Bench, createBench, readyBench, standardSettings } from './testing/standIns.ts'

const status = (bench: Bench) => bench.last('status')?.status
const steps = (bench: Bench) => bench.all('summary').map(({ summary }) => summary.step)
const flows = (bench: Bench): StepFlow[] => bench.all('flows').flatMap((report) => report.flows)

async function wholeRun(prepare: (bench: Bench) => void = () => {}, ready = readyBench()): Promise<Bench> {
  const bench = await ready
  prepare(bench)
  bench.send({ type: 'train' })
  await bench.until(() => status(bench) === 'finished', 'finished')
  return bench
}

describe('summaries', () => {
  test('are written at steps 0, 100, 200 and at the end, once each, before the run counts as finished', async () => {
    const bench = await wholeRun()
    expect(steps(bench)).toEqual([0, 100, 200, 250])
    const order = bench.reports.map((report) => (report.type === 'status' ? report.status : report.type))
    expect(order.lastIndexOf('summary')).toBeLessThan(order.indexOf('finished'))
  })

  test('are of one step: no update comes between their pieces', async () => {
    const { done } = await wholeRun()
    const pieces = done.flatMap((what, at) => (what === 'examine 100' ? [at] : []))
    expect(pieces).toHaveLength(3)
    expect(pieces.at(-1)! - pieces[0]!).toBe(2)
  })

  test('hold the batch that led to their step, at step 0 the first one to come', async () => {
    const bench = await readyBench({ stepLimit: 100 })
    const seen = new Map<number, number>()
    bench.duringBatch = (step, batch) => seen.set(step, Math.round(255 * batch.imagesNHW[0]!))
    await wholeRun(undefined, Promise.resolve(bench))
    const first = bench.all('summary').map(({ summary }) => [summary.step, summary.train.digits.bytes[0]])
    expect(first).toEqual([
      [0, seen.get(1)],
      [100, seen.get(100)],
    ])
  })

  test('hold the first test images', async () => {
    const bench = await readyBench()
    await bench.until(() => steps(bench).length === 1, 'a summary')
    const { test } = bench.last('summary')!.summary
    // The stand-in's digits are grey all over: image i has the byte i everywhere.
    expect([...test.indices]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect([...test.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(test.digits.shape).toEqual([10, 28, 28])
    expect([...test.digits.bytes]).toEqual(Array.from({ length: 7840 }, (_, at) => Math.floor(at / 784)))
    expect(test.images).toBe(50)
  })

  test('say which run they belong to when it starts over', async () => {
    const bench = await wholeRun()
    bench.reports.length = 0
    bench.send({ type: 'start-over', settings: { ...standardSettings, stepLimit: 100 } })
    await bench.until(() => status(bench) === 'ready', 'ready')
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'finished', 'finished')
    expect(bench.all('summary').map(({ run, summary }) => [run, summary.step])).toEqual([
      [2, 0],
      [2, 100],
    ])
    expect(bench.all('flows').every(({ run }) => run === 2)).toBe(true)
  })

  test.each(['throw', 'hang'] as const)(
    'go on after a takeover (%s) like those of an undisturbed run',
    async (how) => {
      const undisturbed = await wholeRun()
      const disturbed = await wholeRun((bench) => {
        bench.failAt = { backend: 'webgl', step: 150, how }
      })
      expect(disturbed.last('takeover')).toBeDefined()
      const written = (bench: Bench) => bench.all('summary').map(({ summary }) => ({ ...summary, wallMs: 0 }))
      expect(written(disturbed)).toEqual(written(undisturbed))
    },
  )

  test('that were begun when the backend failed are written on the next one', async () => {
    const bench = await wholeRun((one) => {
      one.failExamineAt = { step: 200, piece: 2 }
    })
    expect(bench.last('takeover')).toBeDefined()
    expect(steps(bench)).toEqual([0, 100, 200, 250])
    // The checkpoint of the takeover is that of step 200: the stream went back, and gives its batch again.
    const undisturbed = await wholeRun()
    expect(bench.all('summary')[2]!.summary.train).toEqual(undisturbed.all('summary')[2]!.summary.train)
  })

  test('come at the end of a run whose limit is lowered or raised', async () => {
    const bench = await readyBench()
    bench.duringStep = (step) => step === 42 && bench.send({ type: 'limit-steps', stepLimit: 42 })
    await wholeRun(undefined, Promise.resolve(bench))
    expect(steps(bench)).toEqual([0, 42])
    bench.send({ type: 'limit-steps', stepLimit: 60 })
    await bench.until(() => status(bench) === 'paused', 'paused')
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'finished', 'finished')
    expect(steps(bench)).toEqual([0, 42, 60])
  })

  test('are not written of weights that are spoilt', async () => {
    const bench = await readyBench()
    bench.failAt = { backend: 'webgl', step: 100, how: 'nan' }
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'failed', 'failed')
    expect(steps(bench)).toEqual([0])
  })

  test('come before what takes longer: at step 0 after one slice of the evaluation, later before it', async () => {
    const { done } = await wholeRun()
    const order = (step: number) =>
      done.filter((what) => what === `evaluate ${step}` || what === `examine ${step}`).map((what) => what[1])
    // v: a slice of the evaluation, x: a piece of the summary.
    expect(order(0).join('')).toMatch(/^vxxxv+$/)
    expect(order(100).join('')).toMatch(/^xxxv+$/)
  })

  test('of step 0 look at fewer images where the first step would wait for half a second', () => {
    expect(imagesRecorded({ step: 0, msPerImage: null })).toBe(50)
    expect(imagesRecorded({ step: 0, msPerImage: 4 })).toBe(50)
    expect(imagesRecorded({ step: 0, msPerImage: 6 })).toBe(10)
    expect(imagesRecorded({ step: 100, msPerImage: 6 })).toBe(50)
  })

  test('leave the run as it is: with and without them the losses are the same', async () => {
    const losses = (bench: Bench) => bench.all('status').flatMap(({ records }) => records)
    const without = createBench({ records: false })
    without.send({ type: 'open', settings: standardSettings, remembered: null })
    without.send({ type: 'load-data', request: { kind: 'built-in' } })
    await without.until(() => status(without) === 'ready', 'ready')
    await wholeRun(undefined, Promise.resolve(without))
    expect(without.all('summary')).toEqual([])
    expect(without.all('flows')).toEqual([])
    expect(losses(without)).toEqual(losses(await wholeRun()))
  })
})

describe('sizes of gradients', () => {
  test('are told of the first ten steps, every 10th, and after 100 every 20th, never of one that is traced', async () => {
    const bench = await wholeRun()
    const told = flows(bench).map(({ step }) => step)
    expect(told).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90],
      ...[110, 130, 150, 170, 190, 210, 230],
    ])
    expect(bench.traced).toEqual([100, 200, 250])
  })

  test('come no more often than the status', async () => {
    const { reports } = await wholeRun()
    for (const [at, report] of reports.entries()) {
      if (report.type === 'flows') expect(reports[at - 1]?.type).toBe('status')
    }
  })
})
