import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { compiledKernels } from '../../../scripts/lib/kernels.mjs'
import { createRandom, derive, uniform } from '../../math/random.ts'
import { packInScript } from '../../tape/blocks.ts'
import { packWith } from './packing.ts'

vi.mock('virtual:kernels/difference.wasm?url', () => ({ default: '' }))

const length = 64 * 60
const module = await WebAssembly.compile(await readFile(await compiledKernels('difference')))
const random = createRandom(derive(8, 'packing'))
const base = Float32Array.from({ length }, () => uniform(random) - 0.5)

/** Distances of up to 2 ** (block % 15 - 1) units: every width comes, and blocks of nothing. */
const moved = (unit: number) =>
  base.map((from, at) => from + (uniform(random) - 0.5) * unit * 2 ** ((at >> 5) % 15))

test.each([1e-4, 1.25e-5, 2 ** -13, 3e-4])(
  'the module gives the bits of the script, in units of %f',
  (unit) => {
    const pack = packWith(module, length)
    const inScript = packInScript()
    for (const values of [moved(unit), moved(unit), base])
      expect(pack(values, base, unit)).toEqual(inScript(values, base, unit))
  },
)

test('half a unit is rounded as in the script', () => {
  const halves = base.map((_, at) => (at % 41) - 20.5)
  const zeros = new Float32Array(length)
  expect(packWith(module, length)(halves, zeros, 1)).toEqual(packInScript()(halves, zeros, 1))
})

test('another base counts from then on', () => {
  const pack = packWith(module, length)
  const other = moved(1e-4)
  pack(other, base, 1e-4)
  expect(pack(other, other, 1e-4).words).toHaveLength(0)
})

test.each([16_384, -16_385, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30, -1e30])(
  'it refuses %d, wherever it stands, and packs what comes after',
  (value) => {
    const pack = packWith(module, length)
    const zeros = new Float32Array(length)
    for (const at of [0, 1, 2, 3, 33, length - 1]) {
      const values = zeros.slice()
      values[at] = value
      expect(() => pack(values, zeros, 1)).toThrow(RangeError)
      expect(() => packInScript()(values, zeros, 1)).toThrow(RangeError)
    }
    expect(pack(zeros, zeros, 1).words).toHaveLength(0)
  },
)

test('the furthest that can be said is packed', () => {
  const zeros = new Float32Array(length)
  const values = zeros.slice()
  values.set([16_383, -16_384], 31)
  expect(packWith(module, length)(values, zeros, 1)).toEqual(packInScript()(values, zeros, 1))
})
