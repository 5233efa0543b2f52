import { expect, test } from 'vitest'
import { bytesOfPlain, NotPlain, plainOfBytes } from './plainBytes.ts'

/** As `bytesOfPlain` lays it out, by hand. */
function laidOut(json: string, blocks: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(json)
  const start = Math.ceil((4 + text.length) / 8) * 8
  const bytes = new Uint8Array(start + blocks.length)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  bytes.set(blocks, start)
  return bytes
}

test('numbers that JSON does not know, and blocks of every kind, come back as they were', () => {
  const value = {
    odd: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1],
    blocks: [Uint8Array.of(1, 2, 3), Uint32Array.of(4e9), Float32Array.of(Number.NaN, -0), new Uint8Array()],
    nothing: null,
  }
  expect(plainOfBytes(bytesOfPlain(value))).toEqual(value)
})

test('a block lies where it is said to lie', () => {
  const mark = '{"$":"u8","at":8,"count":2}'
  expect(plainOfBytes(laidOut(mark, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 7, 9)))).toEqual(
    Uint8Array.of(7, 9),
  )
})

test('bytes are used once: a few of them must not fill the memory', () => {
  const mark = '{"$":"u8","at":0,"count":16}'
  const two = laidOut(`[${mark},${mark}]`, new Uint8Array(16))
  expect(() => plainOfBytes(two)).toThrow(NotPlain)
  const many = laidOut(`[${Array.from({ length: 1000 }, () => mark).join()}]`, new Uint8Array(16))
  expect(() => plainOfBytes(many)).toThrow(NotPlain)
})
