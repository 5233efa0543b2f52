/**
 * NumPy's files. `.npy`: eight bytes with magic and version, the length of the header, the header as a Python dictionary filled up with
 * spaces to a multiple of 64 bytes, the numbers. `.npz`: a zip of such files, one for each array. (numpy.lib.format)
 */
import { sizeOf } from '../math/plane.ts'
import { createZip } from '../zip/write.ts'
import { damaged } from './fileRefused.ts'
import type { FileInZip } from './filesInZip.ts'
import { bytesOf, type FileTensor, floatsOf, type NamedValues } from './fileTensor.ts'
import { reordered } from './reordered.ts'

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const // \x93NUMPY
const alignment = 64
const ending = '.npy'
const longestHeader = 65_535

/** `writtenMs`: when, in milliseconds since 1970. */
export function writeNpz(tensors: readonly NamedValues[], writtenMs: number): Blob {
  const zip = createZip(writtenMs)
  for (const { name, shape, values } of tensors) {
    const push = zip.entry(name + ending, { packed: false })
    push(npyHeader(shape))
    push(bytesOf(values))
  }
  return zip.end()
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

/** Every array in a zip; none where it is no `.npz`. Throws `FileRefused`, or what `read` of a file throws. */
export async function readNpz(files: readonly FileInZip[], fileName: string): Promise<FileTensor[]> {
  const tensors: FileTensor[] = []
  for (const { path, read } of files) {
    if (!path.endsWith(ending)) continue
    tensors.push(readNpy(path.slice(0, -ending.length), await read(), fileName))
  }
  return tensors
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

function readNpy(name: string, file: Uint8Array, fileName: string): FileTensor {
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
