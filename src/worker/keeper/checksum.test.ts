import { expect, test } from 'vitest'
import { below, createRandom, derive } from '../../math/random.ts'
import { checksumOf } from './checksum.ts'

const random = createRandom(derive(1, 'checksum'))
const draw = (length: number) => Uint32Array.from({ length }, () => random.uint32())

test('every change of one word, wherever, changes it', () => {
  const words = draw(41)
  const before = checksumOf([words])
  for (let place = 0; place < words.length; place++) {
    for (let round = 0; round < 50; round++) {
      const changed = words.slice()
      changed[place]! ^= 1 + below(2 ** 32 - 1, random)
      expect(checksumOf([changed])).not.toBe(before)
    }
  }
})

test('every changed byte does too, also in what is no whole word', () => {
  const bytes = new Uint8Array(draw(5).buffer).slice(0, 19)
  const before = checksumOf([bytes])
  for (let bit = 0; bit < 8 * bytes.length; bit++) {
    const changed = bytes.slice()
    changed[bit >> 3]! ^= 1 << (bit & 7)
    expect(checksumOf([changed])).not.toBe(before)
  }
})

test('order and borders of arrays count; where they lie in memory does not', () => {
  const words = draw(12)
  const whole = checksumOf([words])
  expect(whole).toMatch(/^[0-9a-f]{16}$/)
  expect(checksumOf([words.slice(0, 4), words.slice(4)])).not.toBe(whole)
  expect(checksumOf([words.toReversed()])).not.toBe(whole)
  const shifted = new Uint32Array(20)
  shifted.set(words, 3)
  expect(checksumOf([shifted.subarray(3, 15)])).toBe(whole)
})

test('among many texts of bytes none has the sum of another', () => {
  const sums = new Set(
    Array.from({ length: 20_000 }, (_, text) => checksumOf([Uint32Array.of(text), draw(0)])),
  )
  expect(sums.size).toBe(20_000)
})
