import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { kindOfFile, startBytes } from './kindOfFile.ts'

const text = (value: string) => new TextEncoder().encode(value)
const zip = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, text('x')])))
const kindOf = (bytes: Uint8Array) => kindOfFile(bytes.subarray(0, startBytes))

test('a zip is a run where its manifest comes first', () => {
  expect(kindOf(zip('manifest.json', 'README.txt'))).toBe('run')
  expect(kindOf(zip('model.json', 'manifest.json'))).toBe('zip')
})

test('digits are IDX files, packed or not, or empty', () => {
  expect(kindOf(Uint8Array.of(0x1f, 0x8b, 8, 0))).toBe('digits')
  expect(kindOf(Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 5))).toBe('digits')
  expect(kindOf(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 5))).toBe('digits')
  expect(kindOf(new Uint8Array())).toBe('digits')
})

test('weights are safetensors, NumPy or the JSON of a model', () => {
  expect(kindOf(Uint8Array.of(9, 1, 0, 0, 0, 0, 0, 0, 0x7b, 0x22))).toBe('weights')
  expect(kindOf(text('{"format": "layers-model"}'))).toBe('weights')
  expect(kindOf(Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59))).toBe('weights')
})

test('anything else is unknown', () => {
  expect(kindOf(text('no digits here, only words'))).toBe('unknown')
  expect(kindOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe('unknown')
})
