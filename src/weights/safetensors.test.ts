import { expect, test } from 'vitest'
import { mutations } from '../../tests/fixtures/mutations.ts'
import { plainSafetensors } from '../../tests/fixtures/plainSafetensors.ts'
import { FileRefused } from './fileRefused.ts'
import { floatsOf } from './fileTensor.ts'
import { readSafetensors, writeSafetensors } from './safetensors.ts'

const encoder = new TextEncoder()
const a = { name: 'a/weights', shape: [2, 3], values: Float32Array.of(1, -2.5, 0.1, 3e-39, -0, 65504) }
const b = { name: 'b', shape: [], values: Float32Array.of(7) }
const none = { name: 'none', shape: [0, 4], values: new Float32Array(0) }
const tensors = [a, none, b]

const joined = (pieces: readonly Uint8Array[]) => Uint8Array.from(pieces.flatMap((piece) => [...piece]))
const written = joined(writeSafetensors(tensors, { step: '120' }))

/** A file put together by hand. */
function fileOf(header: unknown, data: readonly number[]): Uint8Array {
  const json = encoder.encode(typeof header === 'string' ? header : JSON.stringify(header))
  return Uint8Array.of(json.length & 255, json.length >> 8, 0, 0, 0, 0, 0, 0, ...json, ...data)
}

function problemOf(bytes: Uint8Array) {
  try {
    readSafetensors(bytes, 'x.safetensors')
  } catch (error) {
    if (error instanceof FileRefused) return error.problem
    throw error
  }
  return null
}

test('a reader written from the specification finds every number where it was put', () => {
  const found = plainSafetensors(written)
  expect(found.metadata.step).toBe('120')
  expect(Object.keys(found.tensors)).toEqual(['a/weights', 'none', 'b'])
  for (const { name, shape, values } of tensors) {
    expect(found.tensors[name]).toEqual({ dtype: 'F32', shape, values: [...values] })
  }
})

test('numbers begin at a multiple of eight', () => {
  for (let length = 0; length < 9; length++) {
    const [header] = writeSafetensors([a], { note: 'x'.repeat(length) })
    expect(header!.length % 8).toBe(0)
  }
})

test('reads a file made by hand, with other types beside', () => {
  const { metadata, tensors } = readSafetensors(
    fileOf(
      {
        h: { dtype: 'F16', shape: [3], data_offsets: [0, 6] },
        bf: { dtype: 'BF16', shape: [1], data_offsets: [6, 8] },
        d: { dtype: 'F64', shape: [1, 1], data_offsets: [8, 16] },
        i: { dtype: 'I16', shape: [1], data_offsets: [16, 18] },
      },
      // 1, −2 and the smallest number of half precision; 3.140625; 0.1 in double precision; an integer.
      [0, 0x3c, 0, 0xc0, 1, 0, 0x49, 0x40, 0x9a, 0x99, 0x99, 0x99, 0x99, 0x99, 0xb9, 0x3f, 5, 0],
    ),
    'x.safetensors',
  )
  expect(metadata).toEqual({})
  expect(tensors.map(({ name, dtype, shape }) => [name, dtype, shape])).toEqual([
    ['h', 'float16', [3]],
    ['bf', 'bfloat16', [1]],
    ['d', 'float64', [1, 1]],
    ['i', 'int16', [1]],
  ])
  expect(tensors.map((tensor) => floatsOf(tensor))).toEqual([
    Float32Array.of(1, -2, 2 ** -24),
    Float32Array.of(3.140625),
    Float32Array.of(0.1),
    null,
  ])
})

const one = { dtype: 'F32', shape: [1], data_offsets: [0, 4] }
test.each([
  ['is empty', new Uint8Array(0), 'header'],
  ['is cut in its header', written.slice(0, 40), 'header'],
  ['announces a header longer than the file', fileOf(' '.repeat(60000), []).slice(0, 99), 'header'],
  ['has a header that is no JSON', fileOf('{"a":', []), 'header'],
  ['has a list as header', fileOf('[1]', []), 'header'],
  ['has numbers as metadata', fileOf({ __metadata__: { a: 1 } }, []), '__metadata__'],
  ['leaves a gap', fileOf({ a: { ...one, data_offsets: [4, 8] } }, [0, 0, 0, 0, 0, 0, 0, 0]), 'a'],
  ['has two tensors in one place', fileOf({ a: one, b: one }, [0, 0, 0, 0]), 'b'],
  ['has bytes of nobody at its end', fileOf({ a: one }, [0, 0, 0, 0, 0]), 'data_offsets'],
  ['is shorter than announced', fileOf({ a: one }, [0, 0, 0]), 'data_offsets'],
  ['has a shape of another size', fileOf({ a: { ...one, shape: [2] } }, [0, 0, 0, 0]), 'a'],
  ['has a negative shape', fileOf({ a: { ...one, shape: [-1, -1] } }, [0, 0, 0, 0]), 'a'],
  ['has a shape beyond all numbers', fileOf({ a: { ...one, shape: [1e308, 1e308] } }, [0, 0, 0, 0]), 'a'],
  ['ends before it begins', fileOf({ a: { ...one, data_offsets: [4, 0] } }, [0, 0, 0, 0]), 'a'],
])('refuses a file that %s', (_, bytes, where) => {
  expect(problemOf(bytes)).toEqual({ code: 'file-damaged', fileName: 'x.safetensors', where })
})

test('refuses a type that it does not know by its name', () => {
  const found = problemOf(fileOf({ a: { ...one, dtype: 'toString' } }, [0, 0, 0, 0]))
  expect(found).toEqual({ code: 'tensor-type', fileName: 'x.safetensors', tensor: 'a', found: 'toString' })
})

test('2,000 kinds of damage: the file is refused, or it holds exactly what was written', () => {
  let refused = 0
  for (const { kind, bytes } of mutations(written, { count: 2000, seed: 1 })) {
    try {
      const { metadata, tensors: found } = readSafetensors(bytes, 'x')
      expect(metadata.step, kind).toBe('120')
      expect(
        found.map(({ name, shape, ...tensor }) => [
          name,
          shape,
          bitsOf(floatsOf({ name, shape, ...tensor })!),
        ]),
        kind,
      ).toEqual(tensors.map(({ name, shape, values }) => [name, shape, bitsOf(values)]))
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused += 1
    }
  }
  expect(refused).toBeGreaterThan(1800)
})

function bitsOf(values: Float32Array): number[] {
  return [...new Uint32Array(values.slice().buffer)]
}
