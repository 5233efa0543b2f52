/**
 * NumPy's files. `.npy`: eight bytes with magic and version, the length of the header, the header as a Python dictionary filled up with
 * spaces to a multiple of 64 bytes, the numbers. `.npz`: a zip of such files, one for each array. (numpy.lib.format)
 */
import { sizeOf } from '../math/plane.ts'
import { damaged } from './fileRefused.ts'
import { bytesOf, type FileTensor, floatsOf, type NamedValues } from './fileTensor.ts'
import { readZip, type ZipEntry } from './readZip.ts'
import { reordered } from './reordered.ts'
import { writeZip } from './writeZip.ts'

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const // \x93NUMPY
const alignment = 64
const longestHeader = 65_535

/** The file in pieces; numbers are not copied. */
export function writeNpz(tensors: readonly NamedValues[], modified: Date): Uint8Array<ArrayBuffer>[] {
  const parts = tensors.map(({ name, shape, values }) => ({
    name: `${name}.npy`,
    pieces: [npyHeader(shape), bytesOf(values)],
    packed: false,
  }))
  return writeZip(parts, modified)
}

function npyHeader(shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(', ')
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${sides}), }`
  const before = magic.length + 4
  const length = Math.ceil((before + text.length + 1) / alignment) * alignment
  const header = new Uint8Array(length).fill(0x20)
  header.set([...magic, 1, 0, (length - before) & 255, (length - before) >> 8])
  header.set(new TextEncoder().encode(text), before)
  header[length - 1] = 0x0a
  return header
}

type Options = { readonly fileName: string; readonly limitBytes: number }

export function readNpz(file: Uint8Array, options: Options): FileTensor[] {
  return npyEntries(readZip(file, options)).map((entry) => readNpy(entry, options.fileName))
}

export function npyEntries(entries: readonly ZipEntry[]): ZipEntry[] {
  return entries.filter(({ path }) => path.endsWith('.npy'))
}

const number = '[0-9]{1,15}'
const dictionary = new RegExp(
  `^\\{'descr': '([^']{1,20})', 'fortran_order': (True|False), 'shape': \\(((?:${number}, ?)*(?:${number})?)\\),? *\\}\\s*$`,
)

const types: Readonly<Record<string, readonly [name: string, bytes: number]>> = {
  '<f2': ['float16', 2],
  '<f4': ['float32', 4],
  '<f8': ['float64', 8],
}

function readNpy(entry: ZipEntry, fileName: string): FileTensor {
  const name = entry.path.slice(0, -'.npy'.length)
  const file = entry.read()
  const refuse = () => damaged(fileName, name)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length < 12 || !magic.every((byte, at) => file[at] === byte)) throw refuse()
  const version = file[6]!
  if (version < 1 || version > 3) throw refuse()
  const before = version === 1 ? 10 : 12
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (length > longestHeader || before + length > file.length) throw refuse()
  const found = dictionary.exec(new TextDecoder().decode(file.slice(before, before + length)))
  if (!found) throw refuse()
  const [, descr, order, sides] = found as unknown as [string, string, string, string]
  const shape = sides
    .split(',')
    .filter((side) => side.trim() !== '')
    .map(Number)
  const bytes = file.subarray(before + length)
  const type = Object.hasOwn(types, descr) ? types[descr] : undefined
  // Integers and strangers: named as NumPy does, so that the sentence can say what was found.
  if (!type) return { name, dtype: descr, shape, bytes }
  const [dtype, itemBytes] = type
  if (bytes.length !== sizeOf(shape) * itemBytes) throw refuse()
  const tensor = { name, dtype, shape, bytes }
  return order === 'True' ? rowMajor(tensor) : tensor
}

/** Fortran's order is ours with the axes from last to first. */
function rowMajor(tensor: FileTensor): FileTensor {
  const { shape } = tensor
  const values = floatsOf(tensor)
  if (!values) return tensor
  const axes = shape.map((_, axis) => shape.length - 1 - axis)
  return { ...tensor, dtype: 'float32', bytes: bytesOf(reordered(values, shape.toReversed(), axes)) }
}
