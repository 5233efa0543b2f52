import { describe, expect, test } from 'vitest'
import { type Bench, createBench, readyBench, standardSettings } from './testing/standIns.ts'

const status = (bench: Bench) => bench.last('status')?.status
const losses = (bench: Bench) => {
  const byStep = new Map<number, number>()
  for (const report of bench.all('status'))
    for (const { step, loss } of report.records) byStep.set(step, loss)
  return [...byStep].sort(([one], [other]) => one - other)
}

async function wholeRun(prepare: (bench: Bench) => void = () => {}): Promise<Bench> {
  const bench = await readyBench()
  prepare(bench)
  bench.send({ type: 'train' })
  await bench.until(() => status(bench) === 'finished', 'finished')
  return bench
}

describe('a run', () => {
  test('opens on the fastest backend measured and is ready when its data are there', async () => {
    const bench = await readyBench()
    expect(bench.last('backend')).toMatchObject({ backend: 'webgl', threads: 1 })
    expect(bench.all('status').map((report) => report.status)).toEqual(['starting', 'starting', 'ready'])
    expect(bench.done.filter((what) => /step|taps/.test(what))).toEqual([])
  })

  test('does not measure what it is told to remember', async () => {
    const bench = createBench()
    const remembered = [{ backend: 'wasm', outcome: 'measured', msPerImage: 1, threads: 2 }] as const
    bench.send({ type: 'open', settings: standardSettings, remembered })
    await bench.until(() => bench.last('backend') !== undefined, 'a backend')
    expect(bench.measurements).toBe(0)
    expect(bench.last('backend')?.backend).toBe('wasm')
  })

  test('records every step once, in order, up to its limit', async () => {
    const bench = await wholeRun()
    const steps = bench.all('status').flatMap(({ records }) => records.map(({ step }) => step))
    expect(steps).toEqual(Array.from({ length: 250 }, (_, i) => i + 1))
  })

  test('is evaluated at steps 0, 100, 200 and at the end, before it counts as finished', async () => {
    const bench = await wholeRun()
    expect(bench.all('evaluation').map(({ evaluation }) => evaluation.step)).toEqual([0, 100, 200, 250])
    expect(bench.last('evaluation')?.evaluation).toMatchObject({
      n: 250,
      correct: 25,
      accuracy: 0.1,
      loss: 2,
      trainAccuracy: 0.5,
    })
    const order = bench.reports.map((report) => (report.type === 'status' ? report.status : report.type))
    expect(order.lastIndexOf('evaluation')).toBeLessThan(order.indexOf('finished'))
  })

  test('is evaluated unasked when it is ready, and no longer once a step is asked for', async () => {
    const bench = await readyBench()
    bench.send({ type: 'one-step' })
    await bench.until(() => bench.last('status')?.step === 1, 'step 1')
    expect(bench.all('evaluation').map(({ evaluation }) => evaluation.step)).toEqual([0])
    expect(bench.done.indexOf('step 1')).toBe(bench.done.length - 1)
  })

  test('takes no step between the slices of an evaluation', async () => {
    const bench = await wholeRun()
    const slices = bench.done.flatMap((what, i) => (what === 'evaluate 100' ? [i] : []))
    // 250 images in slices of 100, and the batch.
    expect(slices).toHaveLength(4)
    expect(slices.at(-1)! - slices[0]!).toBe(3)
  })

  test('pauses after the step in progress', async () => {
    const bench = await readyBench()
    bench.duringStep = (step) => step === 42 && bench.send({ type: 'pause' })
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'paused', 'paused')
    expect(bench.last('status')?.step).toBe(42)
    bench.send({ type: 'one-step' })
    await bench.until(() => bench.last('status')?.step === 43, 'step 43')
    expect(status(bench)).toBe('paused')
    expect(bench.done.at(-1)).toBe('step 43')
  })

  test('takes as many single steps as were asked for, however fast, and none beyond its limit', async () => {
    const bench = await readyBench({ stepLimit: 3 })
    bench.send({ type: 'one-step' })
    bench.send({ type: 'one-step' })
    await bench.until(() => bench.last('status')?.step === 2, 'step 2')
    bench.send({ type: 'one-step' })
    bench.send({ type: 'one-step' })
    await bench.until(() => status(bench) === 'finished', 'finished')
    bench.send({ type: 'limit-steps', stepLimit: 10 })
    await bench.until(() => status(bench) === 'paused', 'paused')
    expect(bench.done.filter((what) => what.startsWith('step'))).toEqual(['step 1', 'step 2', 'step 3'])
  })

  test('remembers the wish to train until it can', async () => {
    const bench = createBench()
    bench.send({ type: 'open', settings: standardSettings, remembered: null })
    bench.send({ type: 'train' })
    bench.send({ type: 'load-data', request: { kind: 'built-in' } })
    await bench.until(() => bench.all('status').some((report) => report.status === 'training'), 'training')
  })

  test('starts over to the same numbers with the same seed, and to others with another', async () => {
    const bench = await wholeRun()
    const first = losses(bench)
    const again = async (seed: number) => {
      bench.reports.length = 0
      bench.send({ type: 'start-over', settings: { ...standardSettings, seed } })
      await bench.until(() => status(bench) === 'ready', 'ready')
      bench.send({ type: 'train' })
      await bench.until(() => status(bench) === 'finished', 'finished')
      return losses(bench)
    }
    expect(await again(standardSettings.seed)).toEqual(first)
    expect(await again(8)).not.toEqual(first)
    expect(bench.last('status')?.run).toBe(3)
  })

  test('goes on when the limit of a finished run is raised', async () => {
    const bench = await wholeRun()
    bench.send({ type: 'limit-steps', stepLimit: 260 })
    await bench.until(() => status(bench) === 'paused', 'paused')
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'finished', 'finished')
    expect(bench.last('status')?.step).toBe(260)
  })

  test('that a lowered limit finishes stays at rest when the limit is raised again', async () => {
    const bench = await readyBench()
    bench.duringStep = (step) => step === 42 && bench.send({ type: 'pause' })
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'paused', 'paused')
    bench.send({ type: 'evaluate' })
    await bench.until(() => bench.last('evaluation')?.evaluation.step === 42, 'all images at step 42')
    bench.send({ type: 'train' })
    bench.send({ type: 'limit-steps', stepLimit: 42 })
    await bench.until(() => status(bench) === 'finished', 'finished')
    bench.send({ type: 'limit-steps', stepLimit: 250 })
    await bench.until(() => bench.last('status')?.settings.stepLimit === 250, 'the raised limit')
    expect(bench.last('status')).toMatchObject({ status: 'paused', step: 42 })
  })

  test('stops at a loss that is not a number', async () => {
    const bench = await readyBench()
    bench.failAt = { backend: 'webgl', step: 5, how: 'nan' }
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'failed', 'failed')
    expect(bench.last('problem')?.problem).toEqual({
      code: 'loss-not-a-number',
      step: 5,
      backend: 'webgl',
    })
    expect(bench.last('takeover')).toBeUndefined()
  })
})

describe('a backend that fails', () => {
  test.each(['throw', 'hang'] as const)(
    '(%s) leaves a run like one that was never interrupted',
    async (how) => {
      const undisturbed = await wholeRun()
      const disturbed = await wholeRun((bench) => {
        bench.failAt = { backend: 'webgl', step: 150, how }
      })
      expect(losses(disturbed)).toEqual(losses(undisturbed))
      expect(disturbed.last('takeover')).toMatchObject({ from: 'webgl', to: 'wasm', repeatedSteps: 49 })
      expect(disturbed.all('evaluation').map(({ evaluation }) => evaluation.step)).toEqual([0, 100, 200, 250])
    },
  )

  test('over a single step still owes it: the next backend makes it, and rests', async () => {
    const bench = await readyBench()
    bench.failAt = { backend: 'webgl', step: 2, how: 'throw' }
    for (const type of ['one-step', 'one-step'] as const) bench.send({ type })
    await bench.until(() => bench.last('status')?.step === 2 && status(bench) === 'paused', 'the steps')
    expect(bench.last('takeover')?.repeatedSteps).toBe(1)
  })

  test('while opening is passed over, and a wish that cannot be fulfilled is answered', async () => {
    const bench = createBench()
    bench.refuses = ['webgl']
    bench.send({ type: 'open', settings: { ...standardSettings, backend: 'webgl' }, remembered: null })
    await bench.until(() => bench.last('problem') !== undefined, 'a problem')
    expect(bench.last('problem')?.problem).toEqual({
      code: 'backend-unavailable',
      backend: 'webgl',
      reason: 'refused',
    })
    expect(bench.last('backend')?.backend).toBe('wasm')
  })

  test('and has no successor ends the run with all reasons', async () => {
    const bench = createBench()
    bench.refuses = ['webgl', 'wasm', 'webgpu', 'cpu']
    bench.send({ type: 'open', settings: standardSettings, remembered: null })
    await bench.until(() => bench.last('problem') !== undefined, 'a problem')
    expect(bench.last('problem')?.problem).toEqual({
      code: 'no-backend-works',
      reasons: ['wasm: refused', 'webgpu: none', 'webgl: refused', 'cpu: refused'],
    })
    await bench.until(() => status(bench) === 'failed', 'failed')
  })

  test('when it is to be left gives way to the backend wished for, not to the fastest', async () => {
    const undisturbed = await wholeRun()
    const moved = await wholeRun((bench) => {
      bench.duringStep = (step) => {
        if (step !== 60) return
        bench.failReadOn = 'webgl'
        bench.send({ type: 'use-backend', backend: 'cpu', gentle: false })
      }
    })
    expect(losses(moved)).toEqual(losses(undisturbed))
    expect(moved.last('takeover')).toMatchObject({ from: 'webgl', to: 'cpu' })
    expect(moved.last('problem')).toBeUndefined()
  })

  test('is not needed for a move: the run goes on elsewhere with the same numbers', async () => {
    const undisturbed = await wholeRun()
    const moved = await wholeRun((bench) => {
      bench.duringStep = (step) =>
        step === 60 && bench.send({ type: 'use-backend', backend: 'wasm', gentle: false })
    })
    expect(losses(moved)).toEqual(losses(undisturbed))
    expect(moved.last('backend')).toMatchObject({ backend: 'wasm', threads: 2 })
    expect(moved.last('takeover')).toBeUndefined()
    expect(moved.last('status')?.settings.backend).toBe('wasm')
  })
})

describe('a hand on the tape', () => {
  test('takes a core from the training for as long as it moves, and no step from the run', async () => {
    const undisturbed = await wholeRun()
    const bench = await readyBench()
    bench.duringStep = (step) => step === 20 && bench.send({ type: 'give-way' })
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'finished', 'finished')
    await bench.until(() => bench.done.includes('take all'), 'all of the machine')
    expect(losses(bench)).toEqual(losses(undisturbed))
    const at = bench.done.indexOf('give way')
    expect(bench.done.slice(at - 1, at + 2)).toEqual(['step 20', 'give way', 'step 21'])
  })

  test('is no reason to take the machine for a slow one', async () => {
    const bench = await readyBench()
    bench.duringStep = (step) => step === 20 && bench.send({ type: 'give-way' })
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'finished', 'finished')
    // In the stand-in a step takes 10 ms, and those that give way take longer.
    expect(bench.last('status')?.msPerStep).toBe(10)
  })
})

describe('frames', () => {
  const drawing = (value: number) =>
    ({ from: 'drawing', imageHW: new Float32Array(784).fill(value) }) as const
  const watch = (bench: Bench, value: number) =>
    bench.send({ type: 'watch', digit: drawing(value), taps: ['softmax'], dropoutKeep: 1 })

  test('come before the next step when a digit was drawn during a step', async () => {
    const bench = await readyBench()
    bench.send({ type: 'want-frame' })
    bench.duringStep = (step) => step === 30 && watch(bench, 1)
    bench.send({ type: 'train' })
    await bench.until(() => bench.last('frame') !== undefined, 'a frame')
    const at = bench.done.indexOf('taps 30')
    expect(bench.done.slice(at - 1, at + 1)).toEqual(['step 30', 'taps 30'])
    expect(bench.last('frame')).toMatchObject({ step: 30, label: null })
  })

  test('come once for each time they are wanted, and not while nothing is new', async () => {
    const bench = await readyBench()
    watch(bench, 1)
    bench.send({ type: 'want-frame' })
    await bench.until(() => bench.all('frame').length === 1, 'a frame')
    bench.send({ type: 'want-frame' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(bench.all('frame')).toHaveLength(1)
    watch(bench, 0.5)
    watch(bench, 0.25)
    await bench.until(() => bench.all('frame').length === 2, 'a second frame')
    expect(bench.last('frame')?.digit).toEqual(drawing(0.25))
  })

  test('of a test digit wait for the data and wrap its index', async () => {
    const bench = createBench()
    bench.send({ type: 'open', settings: standardSettings, remembered: null })
    bench.send({ type: 'watch', digit: { from: 'test', index: 253 }, taps: ['softmax'], dropoutKeep: 1 })
    bench.send({ type: 'want-frame' })
    await bench.until(() => bench.last('backend') !== undefined, 'a backend')
    expect(bench.last('frame')).toBeUndefined()
    bench.send({ type: 'load-data', request: { kind: 'built-in' } })
    await bench.until(() => bench.last('frame') !== undefined, 'a frame')
    expect(bench.last('frame')).toMatchObject({ digit: { from: 'test', index: 3 }, label: 3 })
  })
})
