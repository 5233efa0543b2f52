import { crc32 as zlibCrc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32 } from './crc32.ts'
import { createRandom, derive } from './random.ts'

const random = createRandom(derive(5, 'crc'))
const bytes = Uint8Array.from({ length: 1000 }, () => random.uint32() & 255)

test('is the published one of the usual example', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array(0))).toBe(0)
})

test.skipIf(zlibCrc32 === undefined)('agrees with zlib at every length and beginning', () => {
  for (let length = 0; length < 40; length++) {
    const part = bytes.subarray(length, 2 * length)
    expect(crc32(part)).toBe(zlibCrc32(part))
  }
  expect(crc32(bytes)).toBe(zlibCrc32(bytes))
})

test('of bytes in two parts is that of the whole', () => {
  for (const cut of [0, 1, 2, 3, 4, 501, 1000]) {
    expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes))
  }
})
