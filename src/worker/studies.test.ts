import { describe, expect, test } from 'vitest'
import type { LabelledImages } from '../data/sets.ts'
import type { Report } from '../protocol/messages.ts'
import { createStudies } from './studies.ts'
import { readyBench } from './testing/standIns.ts'

/** The digits of the stand-ins are grey all over: image i has the byte i everywhere, and the label i % 10. */
const grey = (byte: number) => new Uint8Array(784).fill(byte)

describe('an image compared with the data', () => {
  test('is as far from the training images as counted by hand, and so are the test digits', async () => {
    const bench = await readyBench()
    bench.send({ type: 'compare', id: 1, imageHW: grey(100) })
    await bench.until(() => bench.last('comparison')?.compared === 250, 'all compared')
    const { nearest, nearestTest, asFar, toCompare } = bench.last('comparison')!
    // Of 60 training images with the bytes 0 … 59 the last ones are nearest: 41, 42, 43 away at each of 28² pixels.
    expect(nearest.map(({ index }) => index)).toEqual([59, 58, 57])
    expect(nearest.map(({ label }) => label)).toEqual([9, 8, 7])
    for (const [at, { distance }] of nearest.entries()) {
      expect(distance).toBeCloseTo((28 * (41 + at)) / 255, 6)
    }
    expect(nearest[0]!.imageHW).toEqual(grey(59))
    // Test digits have the bytes 0 … 249: those from 100 on are as far from 59, or farther.
    expect([asFar, toCompare]).toEqual([150, 250])
    expect(nearestTest).toMatchObject({ index: 100, label: 0, distance: 0 })
  })

  test('is known before the test digits are, and what was known of them is kept for the next', async () => {
    const bench = await readyBench()
    bench.send({ type: 'compare', id: 1, imageHW: grey(100) })
    await bench.until(() => bench.last('comparison')?.compared === 250, 'all compared')
    expect(bench.all('comparison').map(({ compared }) => compared)).toEqual([0, 100, 200, 250])
    bench.send({ type: 'compare', id: 2, imageHW: grey(10) })
    await bench.until(() => bench.last('comparison')?.id === 2, 'the second')
    // At distance 0 every digit is as far.
    expect(bench.last('comparison')).toMatchObject({ compared: 250, asFar: 250 })
  })

  test('that is wanted no more, or is no image, is not looked at', async () => {
    const bench = await readyBench()
    bench.send({ type: 'compare', id: 1, imageHW: grey(100) })
    bench.send({ type: 'compare', id: 2, imageHW: null })
    bench.send({ type: 'compare', id: 3, imageHW: new Uint8Array(5) })
    bench.send({ type: 'want-averages', id: 9 })
    await bench.until(() => bench.last('averages') !== undefined, 'the averages')
    expect(bench.all('comparison')).toEqual([])
  })

  test('is compared with another set when there is one', async () => {
    const bench = await readyBench()
    bench.send({ type: 'compare', id: 1, imageHW: grey(100) })
    await bench.until(() => bench.last('comparison')?.compared === 250, 'all compared')
    const before = bench.all('comparison').length
    bench.send({ type: 'load-data', request: { kind: 'built-in' } })
    await bench.until(() => bench.last('status')?.run === 2, 'run 2')
    await bench.until(() => bench.last('comparison')?.compared === 250, 'all compared again')
    expect(before).toBe(4)
  })
})

test('the average of a class is that of its training images', async () => {
  const bench = await readyBench()
  bench.send({ type: 'want-averages', id: 4 })
  await bench.until(() => bench.last('averages') !== undefined, 'the averages')
  const { id, meansCHW, counts } = bench.last('averages')!
  expect(id).toBe(4)
  expect(counts).toEqual(new Array(10).fill(6))
  // Label 3: the bytes 3, 13, … 53.
  expect(meansCHW[3 * 784]).toBeCloseTo(28 / 255, 6)
})

describe('the work', () => {
  const split = (count: number): LabelledImages => ({
    imagesNHW: new Uint8Array(count * 784).map((_, at) => at % 251),
    labels: new Uint8Array(count),
  })
  const splits = { train: split(9000), validation: split(0), test: split(120) }

  test('stops when its time is over, and while training waits for the next step', () => {
    const reports: Report[] = []
    let now = 0
    // Every look at the clock is 7 ms later.
    const studies = createStudies({
      post: (report) => reports.push(report),
      nowMs: () => {
        now += 7
        return now
      },
    })
    studies.compare({ type: 'compare', id: 1, imageHW: grey(3) })
    let slices = 0
    for (let step = 0; studies.isDue(splits, { step, isTraining: true }); step++) {
      studies.slice(splits, { step, isTraining: true })
      slices++
      const isDueAtOnce = studies.isDue(splits, { step, isTraining: true })
      expect(isDueAtOnce).toBe(false)
    }
    // 2 pieces of 9,000 images for each of 122 searches and for the index, at most 3 of them in a slice.
    expect(slices).toBeGreaterThan(80)
    expect(reports.at(-1)).toMatchObject({ compared: 120, toCompare: 120 })
  })
})

describe('the pen', () => {
  test('goes before the next step, and when it rests the training goes on', async () => {
    const bench = await readyBench()
    bench.send({ type: 'train' })
    await bench.until(() => (bench.last('status')?.step ?? 0) > 3, 'a few steps')
    let after = 0
    for (let movement = 0; movement < 10; movement++) {
      bench.send({
        type: 'watch',
        digit: { from: 'drawing', imageHW: new Float32Array(784).fill(movement / 10) },
        taps: ['input'],
        dropoutKeep: 1,
      })
      bench.send({ type: 'want-frame' })
      await bench.until(() => bench.all('frame').length === movement + 1, 'the frame')
      if (movement === 0) after = bench.done.length
    }
    expect(bench.done.slice(after).filter((what) => what.startsWith('step'))).toEqual([])
    await bench.until(() => bench.last('status')?.status === 'finished', 'the end')
    expect(bench.done.filter((what) => what.startsWith('step'))).toHaveLength(250)
  })
})
