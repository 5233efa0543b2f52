import { afterEach, expect, test, vi } from 'vitest'
import {
  checkpointAt,
  device,
  messageAt,
  plainTapes,
  smallSizes,
  toolsOn,
} from '../../../tests/fixtures/keeperDesk.ts'
import { parameterRecord } from '../../network/parameters.ts'
import { parameterNames } from '../../network/spec.ts'
import type { FromRun, KeeperReport, ToRun } from '../../protocol/keep.ts'
import type { KeptStepAnswer } from '../../protocol/tape.ts'
import { openDatabase } from './database.ts'
import { createKeeper } from './keeper.ts'
import { Refusal } from './parts.ts'
import { createTapes } from './tapes.ts'

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

function desk(on = device(), { isTaped = false } = {}) {
  const reports: KeeperReport[] = []
  const tapes = plainTapes()
  const told = vi.fn()
  const keeper = createKeeper({
    ...toolsOn(on).tools,
    post: (report) => reports.push(report),
    others: { tell: told, hear: () => {} },
    parts: {
      tapes: (options) =>
        isTaped
          ? createTapes(options)
          : { ...tapes, add: (id, { step }) => tapes.put(id, { step, bytes: Uint8Array.of(step) }) },
      files: {
        async *pack(run, { canContinue }) {
          yield 0.5
          const file = new Blob([`${run.header.step} ${run.tape.length} ${canContinue}`])
          return { file, fileName: 'run.faltwerk' }
        },
        async *unpack({ fileName }) {
          yield 0
          throw new Refusal({ code: 'unknown-file', fileName })
        },
      },
      weights: {
        async *write({ snapshot }) {
          yield 0
          return { file: new Blob([String(snapshot.step)]), fileName: 'weights.npz' }
        },
        async *read() {
          yield 0
          throw new RangeError('offset')
        },
      },
    },
  })
  keeper.receive({ type: 'open' })
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  keeper.receive({ type: 'connect', to: 'run', port: port1 })
  const answers: ToRun[] = []
  const taped: ToRun[] = []
  port2.onmessage = ({ data }) => (data.type === 'taped' ? taped : answers).push(data)
  const last = <Type extends KeeperReport['type']>(type: Type) =>
    reports.findLast((report) => report.type === type) as Extract<KeeperReport, { type: Type }> | undefined
  return {
    keeper,
    told,
    answers,
    taped,
    last,
    fromRun: (message: FromRun) => port2.postMessage(message),
    until: (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true)),
  }
}

const snapshotAt = (step: number): FromRun => ({
  type: 'snapshot',
  id: 'a',
  seed: 1,
  origin: { kind: 'seed' },
  snapshot: { step, seed: 1, parameters: checkpointAt(step).network.parameters, batch: null },
})

test('the run hands over, is told what is kept, and the page sees it', async () => {
  const { fromRun, answers, last, until, told } = desk()
  fromRun(snapshotAt(5))
  fromRun(messageAt(10, { from: -1 }))
  await until(() => answers.length === 1)
  expect(answers).toEqual([{ type: 'kept', id: 'a', step: 10, tookMs: 0, spare: null }])
  expect(last('keeping')).toEqual({ type: 'keeping', problem: null })
  expect(last('kept')).toMatchObject({ id: 'a', step: 10 })
  // The answer does not wait for the list.
  await until(() => told.mock.calls.length > 0)
})

test('memory that is not needed any more comes back: of a snapshot on its tape, of a checkpoint that was replaced', async () => {
  const { fromRun, answers, taped, until } = desk()
  fromRun(snapshotAt(5))
  await until(() => taped.length === 1)
  expect(taped[0]).toEqual({ type: 'taped', spare: checkpointAt(5).network.parameters })
  fromRun(messageAt(10, { from: -1 }))
  fromRun(messageAt(20, { from: 10 }))
  await until(() => answers.length === 2)
  const { parameters, firstMoments, secondMoments } = checkpointAt(10).network
  expect(answers[1]).toMatchObject({ spare: { parameters, firstMoments, secondMoments } })
})

test('a checkpoint that was handed out keeps its memory', async () => {
  const { keeper, fromRun, answers, last, until } = desk()
  fromRun(messageAt(10, { from: -1 }))
  await until(() => answers.length === 1)
  keeper.receive({ type: 'take', ask: 1, id: 'a' })
  fromRun(messageAt(20, { from: 10 }))
  await until(() => answers.length === 2)
  expect(answers[1]).toMatchObject({ step: 20, spare: null })
  await until(() => last('taken') !== undefined)
  fromRun(messageAt(30, { from: 20 }))
  await until(() => answers.length === 3)
  expect(answers[2]).toMatchObject({ step: 30, spare: { parameters: checkpointAt(20).network.parameters } })
})

test('memory that several arrays share stays where it is, and the run is answered', async () => {
  const { fromRun, answers, until } = desk()
  const message = messageAt(10, { from: -1 })
  const together = parameterRecord(() => new Float32Array())
  const all = new Float32Array(200)
  let at = 0
  for (const name of parameterNames) {
    together[name] = all.subarray(at, at + smallSizes[name])
    at += smallSizes[name]
  }
  const network = { ...message.checkpoint.network, parameters: together }
  fromRun({ ...message, checkpoint: { ...message.checkpoint, network } })
  fromRun(messageAt(20, { from: 10 }))
  await until(() => answers.length === 2)
  expect(answers[1]).toMatchObject({ type: 'kept', step: 20, spare: null })
})

test('the page takes, names, packs and removes it', async () => {
  const { keeper, fromRun, answers, last, until } = desk()
  fromRun(snapshotAt(5))
  fromRun(messageAt(10, { from: -1 }))
  await until(() => answers.length === 1)
  keeper.receive({ type: 'take', ask: 1, id: 'a' })
  await until(() => last('taken')?.ask === 1)
  expect(last('taken')?.kept).toMatchObject({ checkpoint: checkpointAt(10), tape: { steps: [5] } })
  keeper.receive({ type: 'rename', ask: 2, id: 'a', name: 'Best' })
  await until(() => last('done')?.ask === 2)
  keeper.receive({ type: 'list', ask: 3 })
  await until(() => last('listed')?.ask === 3)
  expect(last('listed')?.runs.map(({ id, name, step }) => [id, name, step])).toEqual([['a', 'Best', 10]])
  keeper.receive({ type: 'pack', ask: 4, id: 'a', canContinue: true })
  await until(() => last('file')?.ask === 4)
  expect(await last('file')?.file.text()).toBe('10 1 true')
  keeper.receive({ type: 'write-weights', ask: 5, id: 'a', step: null, format: 'npz' })
  await until(() => last('file')?.ask === 5)
  expect(await last('file')?.file.text()).toBe('10')
  keeper.receive({ type: 'remove', ask: 6, id: 'a' })
  await until(() => last('done')?.ask === 6)
  // The run that learns comes back with its next checkpoint, all of it.
  fromRun(messageAt(20, { from: 10 }))
  await until(() => answers.length === 2)
  expect(answers[1]).toMatchObject({ type: 'kept', step: 20 })
})

test('what the visitor does with a run is in the list when it is done, however short ago that changed', async () => {
  const { keeper, fromRun, last, until } = desk()
  fromRun(messageAt(10, { from: -1 }))
  await until(() => last('runs')?.runs.length === 1)
  keeper.receive({ type: 'rename', ask: 1, id: 'a', name: 'Best' })
  await until(() => last('done')?.ask === 1)
  expect(last('runs')?.runs.map(({ name }) => name)).toEqual(['Best'])
  keeper.receive({ type: 'remove', ask: 2, id: 'a' })
  await until(() => last('done')?.ask === 2)
  expect(last('runs')?.runs).toEqual([])
})

test('what is not there or not readable is refused with its problem', async () => {
  const { keeper, last, until } = desk()
  const refusal = async (ask: number) => {
    await until(() => last('refused')?.ask === ask)
    return last('refused')?.problem
  }
  keeper.receive({ type: 'take', ask: 1, id: 'gone' })
  expect(await refusal(1)).toEqual({ code: 'not-there' })
  keeper.receive({ type: 'rename', ask: 2, id: 'gone', name: 'x' })
  expect(await refusal(2)).toEqual({ code: 'not-there' })
  const file = new Blob()
  keeper.receive({ type: 'unpack', ask: 3, file, fileName: 'a.txt' })
  expect(await refusal(3)).toEqual({ code: 'unknown-file', fileName: 'a.txt' })
  keeper.receive({ type: 'read-weights', ask: 4, files: [{ file, fileName: 'b.npz' }] })
  expect(await refusal(4)).toEqual({ code: 'file-damaged', fileName: 'b.npz', where: 'offset' })
})

test('a keeper that takes the place of one that died knows the tape and the record of before', async () => {
  const on = device()
  const first = desk(on)
  first.fromRun(snapshotAt(5))
  first.fromRun(messageAt(10, { from: -1 }))
  await first.until(() => first.answers.length === 1)
  const second = desk(on)
  second.fromRun(snapshotAt(15))
  second.fromRun(messageAt(20, { from: 10 }))
  await second.until(() => second.answers.length === 1)
  const third = desk(on)
  third.keeper.receive({ type: 'take', ask: 1, id: 'a' })
  await third.until(() => third.last('taken') !== undefined)
  const { record, tape } = third.last('taken')!.kept
  expect(tape.steps).toEqual([5, 15])
  expect(record.history.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1))
})

test('whoever asks for a step of a run that cannot be read is answered that it is not there', async () => {
  const on = device()
  const before = desk(on)
  before.fromRun(messageAt(10, { from: -1 }))
  await before.until(() => before.answers.length === 1)
  on.files!.contents.clear()
  const database = await openDatabase(() => {})
  await database.put('headers', { format: 1, sum: '', bytes: new Uint8Array() }, 'a')
  const { keeper, until } = desk(on, { isTaped: true })
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  keeper.receive({ type: 'connect', to: 'tape', port: port1 })
  const answers: KeptStepAnswer[] = []
  port2.onmessage = ({ data }) => answers.push(data)
  port2.postMessage({ ask: 1, place: { run: 'a', step: 5 } })
  await until(() => answers.length === 1)
  expect(answers).toMatchObject([{ type: 'kept-step', ask: 1, bytes: null }])
})
