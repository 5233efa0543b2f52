import { expect, test } from 'vitest'
import { createBatches } from './batches.ts'

/** Image n holds the byte n everywhere; its label is n % 10. */
const set = {
  imagesNHW: Uint8Array.from({ length: 23 * 784 }, (_, at) => Math.floor(at / 784)),
  labels: Uint8Array.from({ length: 23 }, (_, n) => n % 10),
}
const start = { seed: 5, imagesDrawn: 0 }

/** Which images `count` batches of `size` hold, in order. */
function drawn(batches: ReturnType<typeof createBatches>, count: number): number[] {
  return Array.from({ length: count }, () => {
    const { imagesNHW, labels } = batches.nextBatch()
    return Array.from(labels, (label, place) => {
      const n = Math.round(imagesNHW[place * 784 + 300]! * 255)
      expect(n % 10).toBe(label)
      return n
    })
  }).flat()
}

test('every epoch holds each image once, over the borders of batches, in another order', () => {
  const order = drawn(createBatches(set, 10, start), 7)
  const all = Array.from({ length: 23 }, (_, n) => n)
  const epochs = [order.slice(0, 23), order.slice(23, 46), order.slice(46, 69)]
  for (const epoch of epochs) expect(epoch.toSorted((a, b) => a - b)).toEqual(all)
  expect(epochs[0]).not.toEqual(epochs[1])
  expect(epochs[0]).not.toEqual(all)
})

test('a stored state continues with exactly the images that would have come, at any place', () => {
  const whole = drawn(createBatches(set, 10, start), 9)
  for (let before = 0; before < 6; before++) {
    const first = createBatches(set, 10, start)
    drawn(first, before)
    const stored = JSON.parse(JSON.stringify(first.state()))
    expect(drawn(createBatches(set, 10, stored), 3)).toEqual(whole.slice(before * 10, before * 10 + 30))
  }
})

test('the seed decides the order, seed 0 too', () => {
  const of = (seed: number) => drawn(createBatches(set, 10, { seed, imagesDrawn: 0 }), 2)
  expect(of(0)).toEqual(of(0))
  expect(of(0)).not.toEqual(of(1))
})

test('a batch larger than the set runs through several epochs', () => {
  expect(
    drawn(createBatches(set, 50, start), 1)
      .slice(0, 46)
      .toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 46 }, (_, n) => Math.floor(n / 2)))
})

test('pixels are byte / 255 in single precision', () => {
  const bytes = { imagesNHW: new Uint8Array(784).fill(51), labels: Uint8Array.of(3) }
  const { imagesNHW } = createBatches(bytes, 1, start).nextBatch()
  expect(imagesNHW[0]).toBe(Math.fround(0.2))
})
