import { describe, expect, test } from 'vitest'
import { derive } from '../math/random.ts'
import { parameterRecord } from '../network/parameters.ts'
import type { Evaluation } from '../protocol/evaluation.ts'
import type { DataMark, KeptRun } from '../protocol/keep.ts'
import { continuationOf, requestFor } from './continuing.ts'
import { bench, record, settings } from './testing/bench.ts'

const mark: DataMark = { source: 'mnist', fingerprint: 'm', train: 55_000, test: 100 }
const builtIn: DataMark = { source: 'built-in', fingerprint: 'b', train: 900, test: 50 }
const info = { train: 1, validation: 1, test: 1, trainClassCounts: [], testClassCounts: [] }

const evaluation = (step: number, n = 100): Evaluation => ({
  ...{ step, n, correct: n / 2, accuracy: 0.5, loss: 1, interval: [0, 1] },
  ...{ trainAccuracy: null, confusion: [], mistakes: [] },
})

const zeros = () => parameterRecord(() => new Float32Array(1))

function keptRun(data: DataMark | null = mark): KeptRun {
  return {
    header: {
      ...{ id: 'kept', name: null, startedMs: 1, changedMs: 2, settings: { ...settings, seed: 5 } },
      ...{ origin: { kind: 'seed' }, means: { backend: 'wasm', threads: 2, kernels: 'fma' }, data },
      ...{ step: 40, loss: 1, accuracy: null, curve: [], canContinue: true, bytes: 1 },
    },
    checkpoint: {
      network: {
        ...{ step: 40, parameters: zeros(), firstMoments: zeros(), secondMoments: zeros() },
        dropout: derive(5, 'dropout'),
      },
      batches: { seed: 5, imagesDrawn: 2000 },
    },
    record: {
      history: [record(39), record(40), record(41)],
      evaluations: [evaluation(0, 50), evaluation(40)],
      summaries: [],
      flows: [],
    },
    tape: { run: 'kept', steps: [0, 30], bytes: 1, budgetBytes: 2, fc1Tolerance: 0 },
  }
}

/** A page whose first digits are these. */
function page(first: DataMark | null = mark) {
  const it = bench()
  const load = (loaded: DataMark) =>
    it.say({
      ...{ type: 'loaded', request: { kind: 'built-in' }, passedOver: null, mark: loaded },
      info: { source: loaded.source, ...info },
    })
  it.status(0, [], { status: 'ready' } as object)
  if (first) load(first)
  const commands = (type: string) => it.worker().commands.filter((command) => command.type === type)
  const arrive = () => {
    it.say({ type: 'backend', backend: 'wasm', threads: 1, kernels: 'fma', trials: [] })
    it.status(40, [], { run: 2, id: 'kept', status: 'paused', settings: { ...settings, seed: 5 } } as object)
  }
  return { it, load, commands, arrive }
}

describe('going on with a kept run', () => {
  test('shows what it had written down, up to its checkpoint, and says that the bits are the same', async () => {
    const { it, commands, arrive } = page()
    const outcome = it.run.continueWith(keptRun())
    expect(commands('continue')).toMatchObject([
      { from: { id: 'kept', checkpoint: { batches: { seed: 5 } } } },
    ])
    arrive()
    expect(await outcome).toEqual({ kind: 'continued', isExact: true })
    const { history, evaluations, step, status, run, id } = it.state()
    expect({ step, status, run, id }).toEqual({ step: 40, status: 'paused', run: 2, id: 'kept' })
    expect(history.map((one) => one.step)).toEqual([39, 40])
    expect(evaluations.map((one) => one.step)).toEqual([0, 40])
    it.status(41, [record(41)], { run: 2, id: 'kept' } as object)
    expect(it.state().history.map((one) => one.step)).toEqual([39, 40, 41])
  })

  test('knows the weights of a file that it began with, for a worker that has to begin again', async () => {
    const { it, load, commands, arrive } = page()
    const origin = { kind: 'weights', fileName: 'a.npz' } as const
    const kept = keptRun()
    const first = zeros()
    const outcome = it.run.continueWith({ ...kept, header: { ...kept.header, origin }, first })
    expect(commands('continue')).toMatchObject([{ from: { origin, first } }])
    arrive()
    await outcome
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    it.run.restart()
    expect(commands('start-over')).toMatchObject([{ weights: { origin, parameters: first } }])
    // A run drawn from its seed takes its place.
    const other = it.run.continueWith(kept)
    load(mark)
    it.status(40, [], { run: 3, id: 'kept', status: 'paused' } as object)
    expect((await other).kind).toBe('continued')
    it.run.restart()
    expect(commands('start-over')).toEqual([])
  })

  test('is not possible where nobody knows any more what it began with', async () => {
    const { it } = page()
    const kept = keptRun()
    const header = { ...kept.header, origin: { kind: 'weights', fileName: 'a.npz' } } as const
    expect(await it.run.continueWith({ ...kept, header, first: null })).toEqual({ kind: 'not-possible' })
  })

  test('says where something else computes it', async () => {
    const { it } = page()
    const outcome = it.run.continueWith(keptRun())
    it.say({ type: 'backend', backend: 'webgl', threads: 1, kernels: null, trials: [] })
    it.status(40, [], { run: 2, id: 'kept', status: 'paused' } as object)
    expect(await outcome).toEqual({ kind: 'continued', isExact: false })
  })

  test('waits for digits that are on their way', () => {
    const { it, load, commands } = page(null)
    it.run.continueWith(keptRun())
    expect(commands('continue')).toEqual([])
    load(mark)
    expect(commands('continue')).toHaveLength(1)
  })

  test('loads the digits it needs where they can be had, once', async () => {
    const { it, load, commands } = page(mark)
    const outcome = it.run.continueWith(keptRun(builtIn))
    expect(commands('load-data').at(-1)).toEqual({ type: 'load-data', request: { kind: 'built-in' } })
    load({ ...builtIn, fingerprint: 'changed' })
    expect(await outcome).toEqual({ kind: 'other-digits' })
    expect(commands('continue')).toEqual([])
  })

  test('for MNIST, nothing else is loaded in its place', async () => {
    const mnistUrl = 'https://example.org/data/mnist/'
    expect(requestFor(mark, { kind: 'automatic', mnistUrl })).toEqual({ kind: 'mnist', mnistUrl })
    // This page cannot have it.
    expect(requestFor(mark, { kind: 'built-in' })).toBeNull()
    const { it, commands } = page(builtIn)
    expect(await it.run.continueWith(keptRun())).toEqual({ kind: 'other-digits' })
    expect(commands('load-data')).toHaveLength(1)
  })

  test('asks for files it cannot have, and leaves the run of the page alone', async () => {
    const { it, commands } = page()
    const before = it.state()
    const outcome = await it.run.continueWith(keptRun({ ...mark, source: 'files', fingerprint: 'f' }))
    expect(outcome).toEqual({ kind: 'other-digits' })
    expect(commands('load-data')).toHaveLength(1)
    expect(it.state()).toBe(before)
  })

  test('starts a new worker where the one before died, on the backend of the run', async () => {
    const { it, load, commands, arrive } = page()
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    const outcome = it.run.continueWith(keptRun())
    expect(it.workers).toHaveLength(2)
    expect(commands('open')).toMatchObject([{ settings: { seed: 5, backend: 'wasm' } }])
    expect(commands('continue')).toEqual([])
    load(mark)
    expect(commands('continue')).toHaveLength(1)
    it.status(0, [], { run: 1, id: 'fresh', status: 'ready' } as object)
    arrive()
    expect((await outcome).kind).toBe('continued')
  })

  test('is given up when something else is wanted, or the worker dies', async () => {
    const { it } = page(null)
    const first = it.run.continueWith(keptRun())
    it.run.startOver({ seed: 3 })
    expect(await first).toEqual({ kind: 'given-up' })
    const second = it.run.continueWith(keptRun())
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    expect(await second).toEqual({ kind: 'given-up' })
  })

  test('is given up when it is stopped while its digits are on their way, and they come no more', async () => {
    const { it, load, commands } = page(mark)
    const stop = new AbortController()
    const outcome = it.run.continueWith(keptRun(builtIn), stop.signal)
    stop.abort()
    expect(await outcome).toEqual({ kind: 'given-up' })
    expect(commands('cancel-load')).toHaveLength(1)
    load(builtIn)
    expect(commands('continue')).toEqual([])
  })

  test('cannot be stopped any more once its worker was told', async () => {
    const { it, arrive } = page()
    const stop = new AbortController()
    const outcome = it.run.continueWith(keptRun(), stop.signal)
    stop.abort()
    arrive()
    expect((await outcome).kind).toBe('continued')
  })

  test('is not possible without a checkpoint', async () => {
    const { it } = page()
    expect(await it.run.continueWith({ ...keptRun(), checkpoint: null })).toEqual({ kind: 'not-possible' })
  })
})

test('the worker hears what was done at the step of the checkpoint, and not what was done before', () => {
  const done = (change: Partial<KeptRun>) => continuationOf({ ...keptRun(), ...change })?.done
  expect(done({})).toEqual({
    ...{ evaluated: true, evaluatedOnAll: true, summarised: false, snapshot: false },
  })
  const { record: written, tape } = keptRun()
  expect(done({ record: { ...written, evaluations: [evaluation(0)] } })?.evaluated).toBe(false)
  expect(done({ record: { ...written, evaluations: [evaluation(40, 50)] } })?.evaluatedOnAll).toBe(false)
  expect(done({ tape: { ...tape, steps: [0, 30, 40] } })?.snapshot).toBe(true)
})
