import { expect, it } from 'vitest'
import { wasmThreadCount } from './wasm-threads.ts'

it('takes one thread per logical core, leaves one free when gentle, and never takes more than eight or none', () => {
  expect(wasmThreadCount(4, { gentle: false })).toBe(4)
  expect(wasmThreadCount(4, { gentle: true })).toBe(3)
  expect(wasmThreadCount(1, { gentle: true })).toBe(1)
  expect(wasmThreadCount(64, { gentle: true })).toBe(8)
})
