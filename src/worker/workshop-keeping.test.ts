import { describe, expect, test } from 'vitest'
import { parameterRecord } from '../network/parameters.ts'
import { connectKeeper, type KeeperStandIn } from './testing/keeperStandIn.ts'
import { finished, keptBench, lastKept, status, stepsOf, upTo, wholeRun } from './testing/keptRuns.ts'
import { createBench, standardSettings } from './testing/standIns.ts'

describe('what is kept of a run', () => {
  test('holds every step, evaluation and summary once, in order, however many checkpoints there are', async () => {
    const { keeper } = await wholeRun((bench) => {
      bench.duringStep = (step) => step % 35 === 0 && bench.send({ type: 'keep' })
    })
    expect(keeper.checkpoints().length).toBeGreaterThan(5)
    const { history, evaluations, summaries } = keeper.record()
    expect(stepsOf(history)).toEqual(upTo(250))
    expect(stepsOf(evaluations)).toEqual([0, 100, 200, 250])
    expect(stepsOf(summaries)).toEqual([0, 100, 200, 250])
  })

  test('is never older than 100 steps, and all of it belongs to the step of its checkpoint', async () => {
    const { keeper } = await wholeRun()
    const steps = keeper.checkpoints().map(({ checkpoint }) => checkpoint.network.step)
    expect(steps).toEqual([100, 200, 250])
    for (const one of keeper.checkpoints()) {
      expect(stepsOf(one.record.history).at(-1)).toBe(one.checkpoint.network.step)
      expect(one.checkpoint.batches?.imagesDrawn).toBe(50 * one.checkpoint.network.step)
    }
  })

  test('waits where it would cost more than a fiftieth of the time, but for 10 seconds at most', async () => {
    const intervals = async (readMs: number) => {
      const { keeper } = await wholeRun((bench) => {
        bench.readMs = readMs
      })
      return keeper.checkpoints().map(({ checkpoint }) => checkpoint.network.step)
    }
    // A step takes 10 ms: 30 ms are a fiftieth of 150 steps. The first checkpoint does not know yet what it costs.
    expect(await intervals(30)).toEqual([100, 250])
    expect((await intervals(1)).slice(0, 2)).toEqual([100, 200])
  })

  test('comes before the next one: only one waits for an answer, and what was not kept goes with it', async () => {
    const { bench, keeper } = await keptBench()
    keeper.answers = 'nothing'
    bench.duringStep = (step) => step === 150 && bench.send({ type: 'pause' })
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'paused', 'paused')
    expect(keeper.checkpoints()).toHaveLength(1)
    keeper.answers = 'not-kept'
    keeper.answer()
    await bench.until(() => keeper.checkpoints().length === 2, 'the next one')
    expect(stepsOf(keeper.checkpoints()[1]!.record.history)).toEqual(upTo(150))
    // The same again would be refused again: it waits for something new.
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(keeper.checkpoints()).toHaveLength(2)
  })

  test('is the same whether memory comes back to be filled again or not, whatever lies in it', async () => {
    const spoilt = () => parameterRecord(() => Float32Array.of(Number.NaN))
    const { keeper: fresh } = await wholeRun()
    const { keeper: again } = await wholeRun((_bench, keeper) => {
      keeper.spare = () => ({ parameters: spoilt(), firstMoments: spoilt(), secondMoments: spoilt() })
    })
    const networks = ({ messages }: KeeperStandIn) =>
      messages.map((message) => {
        if (message.type === 'snapshot') return message.snapshot.parameters
        return message.type === 'checkpoint' ? message.checkpoint.network : null
      })
    expect(networks(again)).toEqual(networks(fresh))
  })

  test('is there soon after a single step, and at once when the page is left', async () => {
    const { bench, keeper } = await keptBench()
    bench.send({ type: 'one-step' })
    await bench.until(() => lastKept(keeper)?.checkpoint.network.step === 1, 'kept after a while')
    bench.send({ type: 'one-step' })
    await bench.until(() => bench.last('status')?.step === 2, 'step 2')
    const before = Date.now()
    bench.send({ type: 'keep' })
    await bench.until(() => lastKept(keeper)?.checkpoint.network.step === 2, 'kept at once')
    expect(Date.now() - before).toBeLessThan(400)
  })

  test('is nothing before the first step', async () => {
    const { bench, keeper } = await keptBench()
    await bench.until(() => bench.last('summary') !== undefined, 'the summary of step 0')
    bench.send({ type: 'keep' })
    bench.send({ type: 'start-over', settings: standardSettings })
    await bench.until(() => bench.last('status')?.run === 2, 'another run')
    expect(keeper.messages).toEqual([])
  })

  test('holds the last steps of a run that another one takes the place of, under its own name', async () => {
    const { bench, keeper } = await keptBench()
    const first = bench.last('status')!.id
    bench.duringStep = (step) => step === 42 && bench.send({ type: 'start-over', settings: standardSettings })
    bench.send({ type: 'train' })
    await bench.until(() => bench.last('status')?.run === 2, 'another run')
    await bench.until(() => lastKept(keeper) !== undefined, 'kept')
    expect(lastKept(keeper)).toMatchObject({ id: first, checkpoint: { network: { step: 42 } } })
    expect(bench.last('status')!.id).not.toBe(first)
  })

  test('goes to a new keeper as a whole where the one before had not answered', async () => {
    const { bench, keeper } = await keptBench()
    keeper.answers = 'nothing'
    bench.duringStep = (step) => step === 120 && bench.send({ type: 'pause' })
    bench.send({ type: 'train' })
    await bench.until(() => status(bench) === 'paused', 'paused')
    const next = connectKeeper(bench)
    await bench.until(() => lastKept(next) !== undefined, 'kept')
    expect(stepsOf(next.record().history)).toEqual(upTo(120))
  })
})

describe('the tape', () => {
  test('gets the networks of the scheduled steps, each with the weights and the batch of its step', async () => {
    const { bench, keeper } = await wholeRun()
    const steps = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 250]
    expect(keeper.tape()).toEqual(steps)
    const losses = new Map(
      bench.all('status').flatMap(({ records }) => records.map(({ step, loss }) => [step, loss] as const)),
    )
    for (const message of keeper.messages) {
      if (message.type !== 'snapshot' || message.snapshot.step === 0) continue
      const { step, parameters, batch } = message.snapshot
      // The loss of the stand-in is its weight after the update.
      expect(parameters['fc2/bias'][0]).toBe(losses.get(step))
      expect(batch?.lossesN[0]).toBe(Math.fround(losses.get(step)! / 2))
      expect(batch?.keep).toBe(0.5)
    }
  })

  test('gets nothing of a run that was never trained', async () => {
    const { keeper, bench } = await keptBench()
    await bench.until(() => bench.last('summary') !== undefined, 'the summary of step 0')
    expect(keeper.tape()).toEqual([])
  })
})

test('after a lost backend the keeper hears how far the run went back, and no step is there twice', async () => {
  const { keeper } = await wholeRun((bench) => {
    bench.failAt = { backend: 'webgl', step: 150, how: 'throw' }
  })
  const back = keeper.messages.filter(({ type }) => type === 'back-to')
  expect(back).toMatchObject([{ step: 100 }])
  expect(stepsOf(keeper.record().history)).toEqual(upTo(250))
  expect(keeper.tape().filter((step) => step === 100)).toHaveLength(1)
})

describe('a run that begins with weights of a file', () => {
  const weights = {
    origin: { kind: 'weights', fileName: 'mine.npz' },
    parameters: parameterRecord(() => Float32Array.of(3)),
  } as const

  test('hands them over once, begins with them again with the same seed, and is drawn with another one', async () => {
    const { bench, keeper } = await keptBench()
    bench.send({ type: 'start-over', settings: standardSettings, weights })
    await bench.until(() => bench.last('status')?.run === 2, 'the run')
    const lossOfFirstStep = async (run: number) => {
      await bench.until(() => bench.last('status')?.run === run && status(bench) === 'ready', 'ready')
      bench.send({ type: 'one-step' })
      await bench.until(() => bench.last('status')?.step === 1, 'step 1')
      await bench.until(() => lastKept(keeper)?.id === bench.last('status')!.id, 'kept')
      return bench
        .all('status')
        .flatMap(({ records }) => records)
        .at(-1)!.loss
    }
    const first = await lossOfFirstStep(2)
    expect(first).toBeLessThan(3)
    expect(lastKept(keeper)).toMatchObject({ origin: weights.origin, first: weights.parameters })
    bench.send({ type: 'one-step' })
    await bench.until(() => lastKept(keeper)?.checkpoint.network.step === 2, 'kept again')
    expect(lastKept(keeper)?.first).toBeUndefined()
    bench.send({ type: 'start-over', settings: standardSettings })
    expect(await lossOfFirstStep(3)).toBe(first)
    bench.send({ type: 'start-over', settings: { ...standardSettings, seed: 8 } })
    expect(await lossOfFirstStep(4)).toBeGreaterThan(5)
    expect(lastKept(keeper)?.origin).toEqual({ kind: 'seed' })
  })
})

test('without a keeper a run is as it was: nothing is read but what a lost backend needs', async () => {
  const bench = createBench()
  bench.send({ type: 'open', settings: standardSettings, remembered: null })
  bench.send({ type: 'load-data', request: { kind: 'built-in' } })
  bench.send({ type: 'train' })
  await finished(bench)
  expect(bench.reads).toEqual([100, 200])
})
