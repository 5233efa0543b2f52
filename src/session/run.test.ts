import { describe, expect, test } from 'vitest'
import { parameterRecord } from '../network/parameters.ts'
import type { Evaluation } from '../protocol/evaluation.ts'
import type { Report } from '../protocol/messages.ts'
import { attributesOf } from './observable.ts'
import { bench, record, settings, trials } from './testing/bench.ts'

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
  const frame = (step: number): Extract<Report, { type: 'frame' }> => ({
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

  test('hands back the memory of a large frame once the next is painted, and leaves small ones alone', () => {
    const it = bench()
    const large = (step: number): Report => ({
      ...frame(step),
      values: new Float32Array(8 * 2 ** 20),
      planes: [{ tap: 'fc1/weights', shape: [8, 2 ** 20], offset: 0 }],
    })
    for (const report of [frame(1), large(2), large(3)]) {
      it.say(report)
      it.paint()
    }
    const spent = it
      .worker()
      .commands.map((command) => (command.type === 'want-frame' ? command.spent : undefined))
    expect(spent.slice(-3).map((memory) => memory?.byteLength)).toEqual([undefined, undefined, 2 ** 25])
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

  test('keeps its pictures still while somebody holds them, and goes on with what came then', () => {
    const it = bench()
    const wants = () => it.worker().commands.filter(({ type }) => type === 'want-frame').length
    it.say(frame(1))
    it.paint()
    const releases = [it.run.frames.hold(), it.run.frames.hold()]
    it.say(frame(2))
    it.paint()
    releases[0]()
    releases[0]()
    expect([it.run.frames.latest()?.step, wants()]).toEqual([1, 2])
    releases[1]()
    expect([it.run.frames.latest()?.step, wants()]).toEqual([2, 3])
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
    const mark = { source: 'built-in', fingerprint: 'f', train: 1, test: 1 } as const
    const second = { kind: 'automatic', mnistUrl: 'https://example.org/data/' } as const
    it.run.load(second)
    it.say({ type: 'loaded', request: { kind: 'built-in' }, info, mark, passedOver: null })
    it.run.restart()
    expect(it.worker().commands[1]).toEqual({ type: 'load-data', request: { kind: 'built-in' } })
    it.run.load(second)
    it.say({ type: 'loaded', request: second, info, mark, passedOver: null })
    it.run.restart()
    expect(it.worker().commands[1]).toEqual({ type: 'load-data', request: second })
  })

  test('a run that began with weights of a file begins with them again, another seed without', () => {
    const it = bench()
    const parameters = parameterRecord(() => new Float32Array(1))
    const weights = { origin: { kind: 'weights', fileName: 'a.npz' }, parameters } as const
    const begun = () => it.worker().commands.filter(({ type }) => type === 'start-over')
    it.run.startOver({}, weights)
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    it.run.restart()
    expect(begun()).toEqual([{ type: 'start-over', settings, weights }])
    // Even where that one dies before it says a word.
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    it.run.startOver({ seed: settings.seed })
    expect(begun()).toEqual([{ type: 'start-over', settings, weights }])
    it.run.startOver({ seed: 9 })
    expect(begun().at(-1)).toEqual({ type: 'start-over', settings: { ...settings, seed: 9 } })
    it.worker().onerror?.({ message: 'out of memory' } as ErrorEvent)
    it.run.restart()
    expect(begun()).toEqual([])
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
