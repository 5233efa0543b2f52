import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

const images = Uint8Array.from({ length: 2 * 784 }, (_, at) => (at * 37) % 256)
const set = { imagesNHW: images, labels: Uint8Array.of(3, 7) }

test('the same digits have the same fingerprint, wherever they lie in memory', () => {
  for (const offset of [0, 1, 2, 3, 4]) {
    const memory = new Uint8Array(offset + images.length)
    memory.set(images, offset)
    expect(fingerprintOf({ ...set, imagesNHW: memory.subarray(offset) })).toBe(fingerprintOf(set))
  }
  expect(fingerprintOf(set)).toMatch(/^[0-9a-f]{16}$/)
})

test('another pixel, another label, another order or another number of digits give another one', () => {
  const changed = (at: number) => images.map((byte, place) => (place === at ? byte ^ 1 : byte))
  const others = [
    { ...set, imagesNHW: changed(0) },
    { ...set, imagesNHW: changed(images.length - 1) },
    { ...set, labels: Uint8Array.of(3, 8) },
    { imagesNHW: Uint8Array.of(...images.subarray(784), ...images.subarray(0, 784)), labels: set.labels },
    { imagesNHW: images.subarray(0, 784), labels: set.labels.subarray(0, 1) },
  ]
  expect(new Set([set, ...others].map(fingerprintOf)).size).toBe(6)
})
