import { describe, expect, test } from 'vitest'
import { type Bench, readyBench } from './testing/standIns.ts'

const status = (bench: Bench) => bench.last('status')
const losses = (bench: Bench) => bench.all('status').flatMap(({ records }) => records)
const planeOf = (report: ReturnType<typeof frame>, name: string) => {
  const found = report?.planes.find(({ tap }) => tap === name)
  return found && report ? Array.from(report.values.slice(found.offset, found.offset + 2)) : null
}
const frame = (bench: Bench) => bench.last('frame')

async function until(bench: Bench, step: number): Promise<void> {
  await bench.until(() => status(bench)?.step === step, `step ${step}`)
}

describe('a slow step', () => {
  test('is one step of the run: what follows it is what would have followed', async () => {
    const [usual, slow] = [await readyBench(), await readyBench()]
    for (const [bench, type] of [
      [usual, 'one-step'],
      [slow, 'slow-step'],
    ] as const) {
      bench.send(type === 'one-step' ? { type } : { type, place: 1 })
      await until(bench, 1)
      bench.send({ type: 'one-step' })
      await until(bench, 2)
    }
    expect(losses(slow)).toEqual(losses(usual))
    expect(slow.last('anatomy')).toMatchObject({ run: 1, step: 1, place: 1 })
  })

  test('looks at the image with the largest loss where none is named, and at others of the same step', async () => {
    const bench = await readyBench()
    bench.send({ type: 'slow-step', place: null })
    await bench.until(() => bench.last('anatomy') !== undefined, 'an anatomy')
    const first = bench.last('anatomy')
    expect(first?.place).toBe(1)
    expect(first?.planes.map(({ name }) => name)).toContain('fc2/bias/after')
    expect(first?.planes.map(({ name }) => name)).toContain('batch/losses')
    bench.send({ type: 'slow-look', place: 0 })
    await bench.until(() => bench.last('anatomy') !== first, 'another image')
    expect(bench.last('anatomy')).toMatchObject({ step: 1, place: 0 })
    expect(bench.last('anatomy')?.planes.map(({ name }) => name)).toEqual(['fc2'])
    expect(status(bench)?.step).toBe(1)
  })

  test('pauses the training', async () => {
    const bench = await readyBench()
    bench.duringStep = (step) => step === 42 && bench.send({ type: 'slow-step', place: 0 })
    bench.send({ type: 'train' })
    await bench.until(() => bench.last('anatomy') !== undefined, 'an anatomy')
    await bench.until(() => status(bench)?.status === 'paused', 'paused')
    expect(bench.last('anatomy')?.step).toBe(43)
    expect(status(bench)?.step).toBe(43)
  })

  test('belongs to its run: nothing of it can be looked at after starting over', async () => {
    const bench = await readyBench()
    bench.send({ type: 'slow-step', place: 0 })
    await bench.until(() => bench.last('anatomy') !== undefined, 'an anatomy')
    bench.send({ type: 'start-over', settings: bench.last('status')!.settings })
    bench.send({ type: 'slow-look', place: 1 })
    bench.send({ type: 'check-slope', weight: { parameter: 'fc2/bias', at: 0 } })
    await bench.until(() => status(bench)?.run === 2, 'another run')
    expect(bench.all('anatomy')).toHaveLength(1)
    expect(bench.last('slope-check')).toBeUndefined()
  })
})

describe('the batch in a frame', () => {
  const watch = (bench: Bench) => {
    bench.send({
      type: 'watch',
      digit: { from: 'test', index: 0 },
      taps: ['batch/losses', 'batch/keep', 'softmax'],
      dropoutKeep: 1,
    })
    bench.send({ type: 'want-frame' })
  }

  test('is what the update saw that led to the step of the frame', async () => {
    const bench = await readyBench()
    bench.send({ type: 'one-step' })
    await until(bench, 1)
    watch(bench)
    await bench.until(() => frame(bench) !== undefined, 'a frame')
    const [record] = losses(bench)
    expect(frame(bench)?.step).toBe(1)
    const shown = planeOf(frame(bench), 'batch/losses')!
    expect((shown[0]! + shown[1]!) / 2).toBeCloseTo(record!.loss, 6)
    expect(planeOf(frame(bench), 'batch/keep')?.[0]).toBe(0.5)
  })

  test('before the first step is the one to come, without dropout, and leaves the batches where they are', async () => {
    const [usual, looking] = [await readyBench(), await readyBench()]
    watch(looking)
    await looking.until(() => frame(looking) !== undefined, 'a frame')
    expect(planeOf(frame(looking), 'batch/losses')).toEqual([2, 2])
    expect(planeOf(frame(looking), 'batch/keep')?.[0]).toBe(1)
    for (const bench of [usual, looking]) {
      bench.send({ type: 'one-step' })
      await until(bench, 1)
    }
    expect(losses(looking)).toEqual(losses(usual))
  })
})
