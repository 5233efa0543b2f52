import { describe, expect, test } from 'vitest'
import { below, createRandom, derive } from '../math/random.ts'
import type { Evaluation } from '../protocol/evaluation.ts'
import { continuationOf } from './testing/keeperStandIn.ts'
import { finished, goOn, keptBench, lastKept, status, stepsOf, wholeRun } from './testing/keptRuns.ts'
import { readyBench } from './testing/standIns.ts'

/** How sure the stand-in is of an answer depends on the slices, and they on the clock. */
const resultOf = ({ step, n, correct, loss, trainAccuracy }: Evaluation) => [
  step,
  n,
  correct,
  loss,
  trainAccuracy,
]
describe('a run that goes on in another worker', () => {
  const random = createRandom(derive(5, 'kills'))
  const kills = [1, 99, 100, 101, 250, ...Array.from({ length: 4 }, () => 1 + below(249, random))]

  test.each(kills)('ends, killed at step %i, as one that never was, and misses nothing', async (kill) => {
    const undisturbed = await wholeRun()
    const expected = undisturbed.keeper.record()
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
