import { describe, expect, test } from 'vitest'
import { createRandom, derive, uniform } from '../math/random.ts'
import { parameterRecord } from '../network/parameters.ts'
import type { Evaluation } from '../protocol/evaluation.ts'
import type { FromRun } from '../protocol/keep.ts'
import { connectKeeper, continuationOf, type KeeperStandIn } from './testing/keeperStandIn.ts'
import { type Bench, createBench, readyBench, standardSettings } from './testing/standIns.ts'

/** The keeper is there before the run is, as on the page. */
async function keptBench(settings: Partial<typeof standardSettings> = {}, known: readonly FromRun[] = []) {
  const bench = createBench()
  const keeper = connectKeeper(bench, known)
  return { bench: await readyBench(settings, bench), keeper }
}

const status = (bench: Bench) => bench.last('status')?.status
const finished = (bench: Bench) => bench.until(() => status(bench) === 'finished', 'finished')
const lastKept = (keeper: KeeperStandIn) => keeper.checkpoints().at(-1)

async function wholeRun(prepare: (bench: Bench, keeper: KeeperStandIn) => void = () => {}) {
  const { bench, keeper } = await keptBench()
  prepare(bench, keeper)
  bench.send({ type: 'train' })
  await finished(bench)
  await bench.until(() => lastKept(keeper)?.checkpoint.network.step === 250, 'the end is kept')
  return { bench, keeper }
}

/** Another worker, after the one before is gone for good, goes on with what was kept and trains to the end. */
async function goOn(dead: KeeperStandIn, last = lastKept(dead)!) {
  const until = dead.messages.slice(0, dead.messages.indexOf(last) + 1)
  const { bench, keeper } = await keptBench({ seed: 1 }, until)
  bench.send({ type: 'continue', from: continuationOf(last, dead.record(last)) })
  await bench.until(() => bench.last('status')?.id === last.id, 'the kept run')
  return { bench, keeper }
}

const stepsOf = (entries: readonly { readonly step: number }[]) => entries.map(({ step }) => step)
/** How sure the stand-in is of an answer depends on the slices, and they on the clock. */
const resultOf = ({ step, n, correct, loss, trainAccuracy }: Evaluation) => [
  step,
  n,
  correct,
  loss,
  trainAccuracy,
]
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

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

describe('a run that goes on in another worker', () => {
  test('ends with the numbers of one that was never interrupted, wherever it was killed, and misses nothing', async () => {
    const undisturbed = await wholeRun()
    const expected = undisturbed.keeper.record()
    const random = createRandom(derive(5, 'kills'))
    const kills = [
      1,
      99,
      100,
      101,
      199,
      250,
      ...Array.from({ length: 6 }, () => 1 + Math.floor(uniform(random) * 249)),
    ]
    for (const kill of kills) {
      const { keeper: dead } = await wholeRun((bench) => {
        bench.duringStep = (step) => step === kill && bench.send({ type: 'keep' })
      })
      // Whatever came last before the kill.
      const last = dead.checkpoints().findLast(({ checkpoint }) => checkpoint.network.step <= kill)!
      const { bench, keeper } = await goOn(dead, last)
      bench.send({ type: 'train' })
      await finished(bench)
      await bench.until(() => lastKept(keeper)?.checkpoint.network.step === 250, 'the end is kept')
      expect(lastKept(keeper)!.checkpoint).toEqual(lastKept(undisturbed.keeper)!.checkpoint)
      const record = keeper.record()
      expect(record.history).toEqual(expected.history)
      expect(record.evaluations.map(resultOf)).toEqual(expected.evaluations.map(resultOf))
      expect(stepsOf(record.summaries)).toEqual(stepsOf(expected.summaries))
      expect(record.flows).toEqual(expected.flows)
    }
  })

  test('is measured where that was not done yet, with the trace and the batch that led there', async () => {
    const { bench, keeper: dead } = await keptBench()
    // Kept while step 100 is being evaluated: neither evaluation nor summary are there.
    bench.duringStep = (step) => step === 100 && bench.send({ type: 'keep' })
    bench.send({ type: 'train' })
    await bench.until(() => dead.checkpoints().length > 0, 'kept')
    const [first] = dead.checkpoints() as [ReturnType<typeof dead.checkpoints>[0]]
    expect(first.checkpoint.network.step).toBe(100)
    expect(stepsOf(first.record.evaluations)).toEqual([0])
    expect(first.checkpoint.seen?.keep).toBe(0.5)
    const { bench: next } = await goOn(dead, first)
    await next.until(() => next.last('summary')?.summary.step === 100, 'the summary of step 100')
    expect(next.last('evaluation')?.evaluation).toMatchObject({ step: 100, trainAccuracy: 0.5 })
    expect(status(next)).toBe('paused')
  })

  test('goes on beyond its end when the limit is raised, to the same numbers', async () => {
    const longer = await keptBench({ stepLimit: 260 })
    longer.bench.send({ type: 'train' })
    await finished(longer.bench)
    await longer.bench.until(() => lastKept(longer.keeper)?.checkpoint.network.step === 260, 'kept')
    const { keeper: dead } = await wholeRun()
    const { bench, keeper } = await goOn(dead)
    await finished(bench)
    bench.send({ type: 'limit-steps', stepLimit: 260 })
    await bench.until(() => status(bench) === 'paused', 'paused')
    bench.send({ type: 'train' })
    await finished(bench)
    await bench.until(() => lastKept(keeper)?.checkpoint.network.step === 260, 'kept')
    expect(lastKept(keeper)!.checkpoint.network).toEqual(lastKept(longer.keeper)!.checkpoint.network)
  })

  test('keeps its name, its settings and its backend, and tells the keeper where it stands', async () => {
    const { bench, keeper: dead } = await keptBench({ backend: 'wasm' })
    bench.duringStep = (step) => step === 120 && bench.send({ type: 'pause' })
    bench.send({ type: 'train' })
    await bench.until(() => lastKept(dead)?.checkpoint.network.step === 120, 'kept')
    const { bench: next, keeper } = await goOn(dead)
    expect(next.last('status')).toMatchObject({ status: 'paused', step: 120, settings: { seed: 7 } })
    expect(next.last('backend')?.backend).toBe('wasm')
    await next.until(() => keeper.messages.at(-1)?.type === 'back-to', 'back to the checkpoint')
    expect(keeper.messages.at(-1)).toEqual({ type: 'back-to', id: lastKept(dead)!.id, step: 120 })
  })

  test('is refused on other digits, and the present run stays', async () => {
    const { keeper: dead } = await wholeRun()
    const last = lastKept(dead)!
    const bench = await readyBench()
    const present = bench.last('status')!.id
    const data = { ...last.data!, fingerprint: 'another' }
    bench.send({ type: 'continue', from: continuationOf({ ...last, data }, dead.record()) })
    await bench.until(() => bench.last('not-continued') !== undefined, 'a refusal')
    expect(bench.last('not-continued')?.id).toBe(last.id)
    expect(bench.last('status')!.id).toBe(present)
  })

  test('may lose its backend at once: it stands where it was kept', async () => {
    const undisturbed = await wholeRun()
    const { bench, keeper: dead } = await keptBench()
    bench.duringStep = (step) => step === 130 && bench.send({ type: 'keep' })
    bench.send({ type: 'train' })
    const at130 = () => dead.checkpoints().find(({ checkpoint }) => checkpoint.network.step === 130)
    await bench.until(() => at130() !== undefined, 'kept')
    const { bench: next, keeper } = await goOn(dead, at130())
    next.failAt = { backend: 'webgl', step: 131, how: 'throw' }
    next.send({ type: 'train' })
    await finished(next)
    await next.until(() => lastKept(keeper)?.checkpoint.network.step === 250, 'the end is kept')
    expect(next.last('takeover')?.repeatedSteps).toBe(0)
    expect(keeper.record().history).toEqual(undisturbed.keeper.record().history)
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
