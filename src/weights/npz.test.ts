import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { mutations } from '../../tests/fixtures/mutations.ts'
import { plainNpy } from '../../tests/fixtures/plainNpy.ts'
import { FileRefused } from './fileRefused.ts'
import { filesInZip } from './filesInZip.ts'
import { floatsOf } from './fileTensor.ts'
import { readNpz, writeNpz } from './npz.ts'

const tensors = [
  { name: 'a/weights', shape: [2, 3], values: Float32Array.of(1, -2.5, 0.1, 3e-39, -0, 65504) },
  { name: 'a/bias', shape: [3], values: Float32Array.of(1, 2, 3) },
  { name: 'none', shape: [0, 4], values: new Float32Array(0) },
  { name: 'b', shape: [], values: Float32Array.of(7) },
]
const written = new Uint8Array(await writeNpz(tensors, Date.UTC(2026, 10, 25)).arrayBuffer())
const options = { fileName: 'x.npz', limitBytes: 1e6, signal: new AbortController().signal }
const bitsOf = (values: Float32Array) => [...new Uint32Array(values.slice().buffer)]

/** An array as NumPy writes it, by hand. */
function npy(dictionary: string, data: readonly number[], version = 1): Uint8Array {
  const header = `${dictionary}${' '.repeat(127 - dictionary.length - (version === 1 ? 10 : 12))}\n`
  const length = version === 1 ? [header.length, 0] : [header.length, 0, 0, 0]
  const text = new TextEncoder().encode(header)
  return Uint8Array.of(0x93, ...new TextEncoder().encode('NUMPY'), version, 0, ...length, ...text, ...data)
}

const readBytes = async (npz: Uint8Array<ArrayBuffer>) =>
  readNpz(await filesInZip(new Blob([npz]), options), options.fileName)
const read = (files: Record<string, Uint8Array>) => readBytes(new Uint8Array(zipSync(files)))
async function problemOf(work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    if (error instanceof FileRefused) return error.problem
    throw error
  }
  return null
}

test('another unzipper and a reader written from the specification find every number', () => {
  const files = unzipSync(written)
  expect(Object.keys(files)).toEqual(['a/weights.npy', 'a/bias.npy', 'none.npy', 'b.npy'])
  for (const { name, shape, values } of tensors) {
    const found = plainNpy(files[`${name}.npy`]!)
    expect(found).toEqual({ descr: '<f4', fortran: false, shape, values: [...values] })
  }
})

test('numbers begin at a multiple of 64 bytes, after the end of a line', () => {
  for (const file of Object.values(unzipSync(written))) {
    const begin = 10 + file[8]! + 256 * file[9]!
    expect(begin % 64).toBe(0)
    expect(file[begin - 1]).toBe(0x0a)
  }
})

test('reads packed files, half and double precision, and longer headers', async () => {
  const found = await read({
    'h.npy': npy("{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }", [0, 0x3c, 0, 0xc0]),
    'd.npy': npy(
      "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }",
      [0x9a, 0x99, 0x99, 0x99, 0x99, 0x99, 0xb9, 0x3f],
      2,
    ),
  })
  expect(found.map(({ name, shape }) => [name, shape])).toEqual([
    ['h', [2]],
    ['d', [1, 1]],
  ])
  expect(found.map(floatsOf)).toEqual([Float32Array.of(1, -2), Float32Array.of(0.1)])
})

test("a block in Fortran's order is turned into rows", async () => {
  // [[1, 2, 3], [4, 5, 6]] column by column.
  const columns = [...new Uint8Array(Float32Array.of(1, 4, 2, 5, 3, 6).buffer)]
  const [found] = await read({
    'f.npy': npy("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", columns),
  })
  expect(found!.shape).toEqual([2, 3])
  expect(floatsOf(found!)).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6))
})

test('integers and big-endian numbers are named, not read', async () => {
  const found = await read({
    'i.npy': npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", [0, 0, 0, 0, 0, 0, 0, 0]),
    'e.npy': npy("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }", [0, 0, 0, 0]),
  })
  expect(found.map((tensor) => [tensor.dtype, floatsOf(tensor)])).toEqual([
    ['<i8', null],
    ['>f4', null],
  ])
})

const plain = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }"
test.each([
  ['no magic', npy(plain, [0, 0, 0, 0]).fill(0, 0, 1)],
  ['too few numbers', npy(plain, [0, 0, 0])],
  ['too many numbers', npy(plain, [0, 0, 0, 0, 0])],
  ['a header that is cut', npy(plain, []).slice(0, 60)],
  ['an unknown version', npy(plain, [0, 0, 0, 0]).fill(9, 6, 7)],
  ['an expression as shape', npy(plain.replace('1,', '2-1,'), [0, 0, 0, 0])],
  ['a negative shape', npy(plain.replace('1,', '-1,'), [0, 0, 0, 0])],
])('refuses an array with %s', async (_, file) => {
  expect(await problemOf(() => read({ 'a.npy': file }))).toEqual({
    code: 'file-damaged',
    fileName: 'x.npz',
    where: 'a',
  })
})

test('what would unpack to more than the limit is refused before it is unpacked', async () => {
  const bomb = new Uint8Array(zipSync({ 'a.npy': new Uint8Array(2_000_000) }))
  expect(bomb.length).toBeLessThan(5000)
  expect(await problemOf(() => readBytes(bomb))).toMatchObject({ code: 'file-too-large', limitBytes: 1e6 })
  // A list that lies about the size: it says 999 bytes, and more come out.
  const lying = Uint8Array.from(bomb)
  new DataView(lying.buffer).setUint32(lying.length - 22 - 46 - 5 + 24, 999, true)
  expect(await problemOf(() => readBytes(lying))).toMatchObject({ code: 'file-damaged', where: 'a.npy' })
})

test.each([
  ['as written here', written],
  ['packed by another program', zipSync(unzipSync(written))],
])('2,000 kinds of damage to a file %s: refused, or exactly what was written', async (_, file) => {
  let refused = 0
  for (const { kind, bytes } of mutations(file, { count: 2000, seed: 2 })) {
    try {
      const found = await readBytes(bytes)
      expect(
        found.map((tensor) => [tensor.name, tensor.shape, bitsOf(floatsOf(tensor)!)]),
        kind,
      ).toEqual(tensors.map(({ name, shape, values }) => [name, shape, bitsOf(values)]))
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused += 1
    }
  }
  expect(refused).toBeGreaterThan(1000)
})
