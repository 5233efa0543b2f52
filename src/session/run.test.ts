import { describe, expect, test, vi } from 'vitest'
import type { BackendTrial, Command, Evaluation, Report, StepRecord } from '../protocol/messages.ts'
import { attributesOf } from './observable.ts'
import type { SmallStorage } from './remembered.ts'
import { createRun, type WorkerLike } from './run.ts'

const settings = { seed: 1, stepLimit: 100, backend: 'auto', gentle: false } as const
const trials: readonly BackendTrial[] = [{ backend: 'wasm', outcome: 'measured', msPerImage: 4, threads: 2 }]

/** A run whose workers do nothing but listen and say what the test says. */
function bench(storage: SmallStorage | null = null) {
  const workers: (WorkerLike & { ended: boolean; commands: Command[] })[] = []
  const paints: (() => void)[] = []
  let now = 0
  const run = createRun({
    settings,
    data: { kind: 'built-in' },
    digit: { from: 'test', index: 0 },
    root: null,
    storage,
    machine: 'test',
    nowMs: () => now,
    beforeNextPaint: (paint) => paints.push(paint),
    spawn() {
      const commands: Command[] = []
      const worker = {
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        ended: false,
        commands,
        postMessage: (command: Command) => commands.push(command),
        terminate() {
          worker.ended = true
        },
      }
      workers.push(worker)
      return worker
    },
  })
  const worker = () => workers.at(-1)!
  return {
    run,
    workers,
    worker,
    state: () => run.store.getState(),
    say: (report: Report) => worker().onmessage?.({ data: report } as MessageEvent<Report>),
    status(step: number, records: readonly StepRecord[] = [], more: Partial<Report> = {}) {
      const report = { type: 'status', status: 'training', run: 1, step, settings, records, msPerStep: 50 }
      this.say({ ...report, ...more } as Report)
    },
    paint: () => {
      for (const paint of paints.splice(0)) paint()
    },
    waitingPaints: () => paints.length,
    pass: (ms: number) => {
      now += ms
    },
  }
}

const record = (step: number, loss = 1 / step): StepRecord => ({ step, loss, batchAccuracy: 0.5 })
const evaluation = (step: number, accuracy: number): Evaluation => ({
  step,
  n: 100,
  correct: 100 * accuracy,
  accuracy,
  loss: 1,
  interval: [0, 1],
  trainAccuracy: null,
  confusion: [],
  mistakes: [],
})

function memory(): SmallStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  }
}

describe('the slow lane', () => {
  test('opens the worker, asks for data and for a frame, in this order', () => {
    const { worker } = bench()
    expect(worker().commands.map(({ type }) => type)).toEqual(['open', 'load-data', 'watch', 'want-frame'])
  })

  test('a takeover takes back what came after its checkpoint', () => {
    const it = bench()
    it.status(3, [record(1), record(2), record(3)])
    it.say({ type: 'evaluation', evaluation: evaluation(2, 0.3) })
    it.say({ type: 'evaluation', evaluation: evaluation(3, 0.5) })
    it.say({ type: 'takeover', from: 'webgl', to: 'wasm', reason: 'lost', repeatedSteps: 1 })
    it.status(2)
    expect(it.state().history.map(({ step }) => step)).toEqual([1, 2])
    expect(it.state().evaluations.map(({ step }) => step)).toEqual([2])
    it.status(3, [record(3, 9)])
    expect(it.state().history.at(-1)).toEqual(record(3, 9))
    expect(it.state().takeover).toEqual({ from: 'webgl', to: 'wasm', reason: 'lost', repeatedSteps: 1 })
  })

  test('another run begins with empty curves, whatever the old one still reported', () => {
    const it = bench()
    it.status(2, [record(1), record(2)])
    it.say({ type: 'evaluation', evaluation: evaluation(0, 0.1) })
    it.status(0, [], { status: 'ready', run: 2 } as Partial<Report>)
    expect(it.state().history).toEqual([])
    expect(it.state().evaluations).toEqual([])
  })

  test('a run that fails while it is evaluated evaluates no more', () => {
    const it = bench()
    it.status(2, [record(1), record(2)])
    it.say({ type: 'evaluating', done: 100, total: 2000 })
    it.status(2, [], { status: 'failed' } as Partial<Report>)
    expect(it.state().evaluating).toBeNull()
  })

  test('the time left follows the speed of the last seconds, not the time of a step alone', () => {
    const it = bench()
    it.status(10, [record(10)])
    expect(it.state().remainingMs).toBe(90 * 50)
    it.pass(1000)
    it.status(20, [record(20)])
    // Ten steps a second by the clock, although a step alone takes 50 ms.
    expect(it.state().remainingMs).toBe(80 * 100)
  })

  test('is written on the root element with a point and unrounded, and nothing where nothing is known', () => {
    const it = bench()
    expect(attributesOf(it.state())).toMatchObject({ 'data-status': 'starting', 'data-loss': null })
    it.status(3, [record(3, 1 / 3)])
    it.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    it.say({ type: 'evaluation', evaluation: evaluation(3, 0.125) })
    expect(attributesOf(it.state())).toEqual({
      'data-status': 'training',
      'data-step': '3',
      'data-loss': '0.3333333333333333',
      'data-accuracy': '0.125',
      'data-backend': 'wasm',
      'data-threads': '2',
      'data-kernels': 'fma',
      'data-source': null,
      'data-ms-per-step': '50',
    })
  })
})

describe('the fast lane', () => {
  const frame = (step: number): Report => ({
    type: 'frame',
    step,
    digit: { from: 'test', index: 0 },
    label: 7,
    dropoutKeep: 1,
    values: Float32Array.of(1, 2, 3, 4, 5),
    planes: [
      { tap: 'fc2/bias', shape: [2], offset: 0 },
      { tap: 'softmax', shape: [3], offset: 2 },
    ],
  })

  test('asks for the next frame only after the last one was painted', () => {
    const it = bench()
    const painted: number[] = []
    it.run.frames.subscribe(({ step }) => painted.push(step))
    const wants = () => it.worker().commands.filter(({ type }) => type === 'want-frame').length
    it.say(frame(4))
    expect([painted, wants()]).toEqual([[], 1])
    it.paint()
    expect([painted, wants()]).toEqual([[4], 2])
    const latest = it.run.frames.latest()
    expect([...(latest?.planes.get('softmax')?.values ?? [])]).toEqual([3, 4, 5])
    expect([...(latest?.planes.get('fc2/bias')?.values ?? [])]).toEqual([1, 2])
  })

  test('watches a tap until the last one lets go, with one message for all changes of a turn', async () => {
    const it = bench()
    const { frames } = it.run
    it.worker().commands.length = 0
    const stopRibbon = frames.watch(['conv1', 'softmax'])
    const stopLesson = frames.watch(['conv1', 'conv1/weights'])
    await Promise.resolve()
    stopLesson()
    stopLesson()
    await Promise.resolve()
    stopRibbon()
    frames.keepDropout(0.5)
    frames.showDigit({ from: 'test', index: 9 })
    await Promise.resolve()
    expect(it.worker().commands).toEqual([
      {
        type: 'watch',
        digit: { from: 'test', index: 0 },
        taps: ['conv1', 'softmax', 'conv1/weights'],
        dropoutKeep: 1,
      },
      { type: 'watch', digit: { from: 'test', index: 0 }, taps: ['conv1', 'softmax'], dropoutKeep: 1 },
      { type: 'watch', digit: { from: 'test', index: 9 }, taps: [], dropoutKeep: 0.5 },
    ])
  })
})

describe('a worker that dies', () => {
  test('is said, ends what waits for it, and can be restarted with all that was watched', async () => {
    const it = bench()
    it.run.frames.watch(['conv1'])
    const digits = it.run.requestDigits({ split: 'test', label: null, offset: 0, count: 1 })
    it.status(30, [record(30)])
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    await expect(digits).rejects.toThrow()
    expect(it.state()).toMatchObject({
      status: 'failed',
      step: 30,
      problem: { code: 'worker-died', reason: 'out of memory' },
    })
    it.run.restart()
    expect(it.workers).toHaveLength(2)
    expect(it.state()).toMatchObject({ status: 'starting', step: 0, problem: null })
    expect(it.worker().commands.map(({ type }) => type)).toEqual(['open', 'load-data', 'watch', 'want-frame'])
    expect(it.worker().commands[2]).toMatchObject({ taps: ['conv1'] })
  })

  test('a restart loads the set in use, not one that was asked for later and never came', () => {
    const it = bench()
    const info = {
      source: 'built-in',
      train: 1,
      validation: 1,
      test: 1,
      trainClassCounts: [],
      testClassCounts: [],
    } as const
    const second = { kind: 'automatic', mnistUrl: 'https://example.org/data/' } as const
    it.run.load(second)
    it.say({ type: 'loaded', request: { kind: 'built-in' }, info, passedOver: null })
    it.run.restart()
    expect(it.worker().commands[1]).toEqual({ type: 'load-data', request: { kind: 'built-in' } })
    it.run.load(second)
    it.say({ type: 'loaded', request: second, info, passedOver: null })
    it.run.restart()
    expect(it.worker().commands[1]).toEqual({ type: 'load-data', request: second })
  })

  test('starting over after the worker died starts a new one with the settings asked for', () => {
    const it = bench()
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    it.run.startOver({ seed: 5 })
    expect(it.workers).toHaveLength(2)
    expect(it.worker().commands[0]).toMatchObject({ type: 'open', settings: { ...settings, seed: 5 } })
    expect(it.state()).toMatchObject({ status: 'starting', problem: null, settings: { seed: 5 } })
  })
})

describe('the speed on WASM', () => {
  test('is known with and without the gentle setting once steps were done with each', () => {
    const it = bench()
    const steps = (from: number) => Array.from({ length: 10 }, (_, i) => record(from + i))
    it.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    it.status(9, steps(1).slice(1), { msPerStep: 100 } as Partial<Report>)
    expect(it.state().speeds.usual).toBeNull()
    it.status(10, [record(10)], { msPerStep: 90 } as Partial<Report>)
    expect(it.state().speeds).toEqual({ usual: { threads: 2, msPerStep: 90 }, gentle: null })
    it.say({ type: 'backend', backend: 'wasm', threads: 1, kernels: 'fma', trials })
    const gently = { settings: { ...settings, gentle: true }, msPerStep: 170 } as Partial<Report>
    it.status(15, steps(11).slice(0, 5), gently)
    expect(it.state().speeds.gentle).toBeNull()
    it.status(20, steps(16), gently)
    expect(it.state().speeds).toEqual({
      usual: { threads: 2, msPerStep: 90 },
      gentle: { threads: 1, msPerStep: 170 },
    })
  })
})

describe('measured backends', () => {
  const remembered = (it: ReturnType<typeof bench>) => {
    const [open] = it.worker().commands
    return open?.type === 'open' ? open.remembered : undefined
  }

  test('are kept for the next visit, and forgotten when one of them failed', () => {
    const storage = memory()
    const first = bench(storage)
    expect(remembered(first)).toBeNull()
    first.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    expect(remembered(bench(storage))).toEqual(trials)
    first.say({ type: 'takeover', from: 'wasm', to: 'cpu', reason: 'x', repeatedSteps: 0 })
    expect(remembered(bench(storage))).toBeNull()
    first.say({ type: 'backend', backend: 'wasm', threads: 1, kernels: 'fma', trials })
    expect(remembered(bench(storage))).toBeNull()
  })

  test('are measured again when steps take more than twice as long as they promised', () => {
    const storage = memory()
    const promised = 50 * (trials[0]?.outcome === 'measured' ? trials[0].msPerImage : Number.NaN)
    const steps = (from: number, count: number) => Array.from({ length: count }, (_, i) => record(from + i))
    const visit = bench(storage)
    visit.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    visit.status(20, steps(1, 20), { msPerStep: 1.9 * promised } as Partial<Report>)
    expect(remembered(bench(storage))).toEqual(trials)
    visit.status(21, steps(21, 1), { msPerStep: 2.1 * promised } as Partial<Report>)
    expect(remembered(bench(storage))).toBeNull()
  })

  test('are measured again after a month, however often the page was opened meanwhile', () => {
    const dayMs = 24 * 3600 * 1000
    vi.useFakeTimers()
    try {
      const storage = memory()
      const say = (it: ReturnType<typeof bench>) =>
        it.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
      say(bench(storage))
      for (let week = 1; week <= 4; week++) {
        vi.setSystemTime(Date.now() + 7 * dayMs)
        const visit = bench(storage)
        expect(remembered(visit)).toEqual(trials)
        say(visit)
      }
      vi.setSystemTime(Date.now() + 7 * dayMs)
      expect(remembered(bench(storage))).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  test('are measured again where storage is forbidden or holds something else', () => {
    const forbidden = () => {
      throw new Error('SecurityError')
    }
    const closed = bench({ getItem: forbidden, setItem: forbidden, removeItem: forbidden })
    closed.say({ type: 'backend', backend: 'wasm', threads: 2, kernels: 'fma', trials })
    expect(remembered(closed)).toBeNull()
    const storage = memory()
    storage.kept.set(
      'faltwerk/backends',
      JSON.stringify({ machine: 'test', trials: [{ backend: 'abacus' }] }),
    )
    expect(remembered(bench(storage))).toBeNull()
  })
})
