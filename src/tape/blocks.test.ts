import { expect, test } from 'vitest'
import { createRandom, derive, uniform } from '../math/random.ts'
import { areBlocksOf, packInScript, unpackOnto } from './blocks.ts'

const pack = (values: number[], unit = 1) =>
  packInScript()(Float32Array.from(values), new Float32Array(values.length), unit)
const zeros = (count: number) => Array.from({ length: count }, () => 0)

test('a block of zeros takes no bits, one that holds 1 and -1 takes two for each number', () => {
  // 2 bits each, counted from -2: -1 is 01, 0 is 10, 1 is 11; the first number lies lowest.
  const { widths, words } = pack([1, -1, ...zeros(62)])
  expect([...widths]).toEqual([2])
  expect(words).toEqual(Uint32Array.of(0b10101010_10101010_10101010_10100111, 0xaaaaaaaa))
})

test('the width is that of two’s complement: -2 fits into two bits, 2 needs three', () => {
  expect([...pack([-2, ...zeros(63)]).widths]).toEqual([2])
  expect([...pack([2, ...zeros(63)]).widths]).toEqual([3])
  expect([...pack([...zeros(32), 16_383, ...zeros(31)]).widths]).toEqual([15 << 4])
})

test('what is unpacked is the nearest whole number of units, in blocks of every width', () => {
  const random = createRandom(derive(5, 'blocks'))
  const count = 64 * 40
  const unit = 1e-4
  const base = Float32Array.from({ length: count }, () => uniform(random) - 0.5)
  const values = base.map((from, at) => from + (uniform(random) - 0.5) * unit * 2 ** ((at >> 6) % 14))
  const blocks = packInScript()(values, base, unit)
  expect(areBlocksOf(count, blocks)).toBe(true)
  const out = new Float32Array(count)
  unpackOnto(base, { ...blocks, unit }, out)
  const wrong = [...values.keys()].filter((at) => {
    const nearest = Math.fround(base[at]! + Math.round((values[at]! - base[at]!) / unit) * unit)
    return out[at] !== nearest
  })
  expect(wrong).toEqual([])
})

test('what is too far away or no number is refused', () => {
  expect(() => pack([16_384, ...zeros(63)])).toThrow(RangeError)
  expect(() => pack([Number.NaN, ...zeros(63)])).toThrow(RangeError)
  expect(() => pack([Number.POSITIVE_INFINITY, ...zeros(63)])).toThrow(RangeError)
})

test('words that the widths do not speak of are noticed, and missing ones too', () => {
  const { widths, words } = pack([1, -1, ...zeros(62)])
  expect(areBlocksOf(64, { widths, words })).toBe(true)
  expect(areBlocksOf(64, { widths, words: words.subarray(1) })).toBe(false)
  expect(areBlocksOf(128, { widths, words })).toBe(false)
})
