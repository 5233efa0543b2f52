import { expect, test } from 'vitest'
import { commandFor } from '../../tests/fixtures/exported.ts'
import { flowAt, runRecord, summaryAt } from '../../tests/fixtures/summaries.ts'
import type { ExportCommand, ExportReport } from '../protocol/export.ts'
import { createExporter, type ExportWorker } from './exporting.ts'
import { noRecords } from './records.ts'
import { lastStepOf, runRecordOf } from './runRecord.ts'
import { bench, record } from './testing/bench.ts'

const run = runRecord(20)
const { texts } = commandFor(run)

function desk({ refuses = false } = {}) {
  const workers: (ExportWorker & { ended: boolean; commands: ExportCommand[] })[] = []
  const saved: { url: string; name: string }[] = []
  const exporter = createExporter({
    nowMs: () => 77,
    save: (url, name) => saved.push({ url, name }),
    spawn() {
      if (refuses) throw new Error('no workers here')
      const worker = {
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        ended: false,
        commands: [] as ExportCommand[],
        postMessage: (command: ExportCommand) => worker.commands.push(command),
        terminate() {
          worker.ended = true
        },
      }
      workers.push(worker)
      return worker
    },
  })
  const say = (report: ExportReport) =>
    workers.at(-1)!.onmessage?.({ data: report } as MessageEvent<ExportReport>)
  return { exporter, workers, saved, say, state: () => exporter.store.getState() }
}

test('an export runs with progress and ends with a saved file', async () => {
  const { exporter, workers, saved, say, state } = desk()
  exporter.start(run, texts)
  expect(workers[0]?.commands).toEqual([{ record: run, texts, nowMs: 77 }])
  say({ type: 'progress', share: 0.4 })
  expect(state()).toEqual({ status: 'running', name: 'faltwerk-seed1-step20.zip', share: 0.4 })
  expect(saved).toEqual([])
  say({ type: 'done', zip: new Blob(['12345']) })
  const done = state()
  expect(done).toMatchObject({ status: 'done', name: 'faltwerk-seed1-step20.zip', bytes: 5 })
  expect(saved).toEqual([{ url: done.status === 'done' && done.url, name: 'faltwerk-seed1-step20.zip' }])
  expect(await (await fetch(saved[0]!.url)).text()).toBe('12345')
  expect(workers[0]?.ended).toBe(true)
})

test('the next export lets go of the file of the last', async () => {
  const { exporter, say, saved } = desk()
  exporter.start(run, texts)
  say({ type: 'done', zip: new Blob(['1']) })
  exporter.start(run, texts)
  await expect(fetch(saved[0]!.url)).rejects.toThrow()
})

test('cancelled, nothing is saved and the worker is gone', () => {
  const { exporter, workers, saved, state } = desk()
  exporter.start(run, texts)
  exporter.cancel()
  expect(state()).toEqual({ status: 'idle' })
  expect(workers[0]?.ended).toBe(true)
  expect(saved).toEqual([])
})

test('a failure has its reason, and one can try again', () => {
  const { exporter, workers, say, state } = desk()
  exporter.start(run, texts)
  say({ type: 'failed', reason: 'out of memory' })
  expect(state()).toEqual({ status: 'failed', reason: 'out of memory' })
  exporter.start(run, texts)
  workers[1]?.onerror?.({ message: 'script gone' } as ErrorEvent)
  expect(state()).toEqual({ status: 'failed', reason: 'script gone' })
  expect(workers.every(({ ended }) => ended)).toBe(true)
})

test('without workers it fails with a reason', () => {
  const { exporter, state } = desk({ refuses: true })
  exporter.start(run, texts)
  expect(state()).toEqual({ status: 'failed', reason: 'no workers here' })
})

test('the record is of one moment: nothing beyond the step of the page, and nothing of another run', () => {
  const page = bench()
  page.status(0)
  expect(runRecordOf(page.state(), noRecords)).toBeNull()
  page.status(
    99,
    Array.from({ length: 99 }, (_, place) => record(place + 1)),
  )
  for (const step of [0, 100]) page.say({ type: 'summary', run: 1, summary: summaryAt(step) })
  page.say({ type: 'flows', run: 1, flows: [flowAt(1), flowAt(100)] })
  const before = runRecordOf(page.state(), page.run.records.getState())!
  expect(before.summaries.map(({ step }) => step)).toEqual([0])
  expect(before.flows.map(({ step }) => step)).toEqual([1])
  expect(lastStepOf(before)).toBe(99)

  page.status(100, [record(100)])
  expect(before.history).toHaveLength(99)
  const after = runRecordOf(page.state(), page.run.records.getState())!
  expect(after.summaries.map(({ step }) => step)).toEqual([0, 100])
  expect(lastStepOf(after)).toBe(100)

  page.status(0, [], { run: 2 })
  expect(runRecordOf(page.state(), page.run.records.getState())).toBeNull()
})
