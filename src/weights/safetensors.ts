/**
 * The safetensors format: eight bytes with the length of the header, the header as JSON – for each tensor its type, its shape and where
 * its bytes begin and end –, then all the bytes without a gap. (https://github.com/huggingface/safetensors, "Format")
 */
import { crc32 } from '../math/crc32.ts'
import { sizeOf } from '../math/plane.ts'
import { damaged, FileRefused } from './fileRefused.ts'
import { bytesOf, type FileTensor, type NamedValues } from './fileTensor.ts'
import { isCounts, isRecord } from './json.ts'

const lengthBytes = 8
/** Of the header; the format itself allows 100 MB. */
const headerLimit = 1_000_000
const mostAxes = 8
/**
 * The format has no checksum. Files of this program have one among their metadata, in hexadecimal: of the header, with zeros in this
 * place, and of all bytes after it.
 */
const checksumKey = 'crc32'
const noChecksum = '00000000'
const generator = 'Faltwerk'

const types: Readonly<Record<string, readonly [name: string, bytes: number]>> = {
  F64: ['float64', 8],
  F32: ['float32', 4],
  F16: ['float16', 2],
  BF16: ['bfloat16', 2],
  I64: ['int64', 8],
  I32: ['int32', 4],
  I16: ['int16', 2],
  I8: ['int8', 1],
  U64: ['uint64', 8],
  U32: ['uint32', 4],
  U16: ['uint16', 2],
  U8: ['uint8', 1],
  BOOL: ['bool', 1],
}

export type Metadata = Readonly<Record<string, string>>

/** The file in pieces for a `Blob`; numbers are not copied. Names must differ, and none is `__metadata__`. */
export function writeSafetensors(
  tensors: readonly NamedValues[],
  metadata: Metadata,
): Uint8Array<ArrayBuffer>[] {
  let end = 0
  const entries = tensors.map(({ name, shape, values }) => {
    if (sizeOf(shape) !== values.length) throw new Error(`${name} has another size than its shape`)
    const begin = end
    end += values.byteLength
    return [name, { dtype: 'F32', shape, data_offsets: [begin, end] }] as const
  })
  const numbers = tensors.map(({ values }) => bytesOf(values))
  const marks = { ...metadata, generator, [checksumKey]: noChecksum }
  const text = JSON.stringify({ __metadata__: marks, ...Object.fromEntries(entries) })
  const checksum = numbers.reduce((before, bytes) => crc32(bytes, before), crc32(headerOf(text)))
  return [headerOf(withChecksum(text, noChecksum, hexOf(checksum))), ...numbers]
}

/** Length and text, filled up with spaces, so that the numbers begin at a multiple of eight. */
function headerOf(json: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(json)
  const header = new Uint8Array(lengthBytes + Math.ceil(text.length / 8) * 8).fill(0x20)
  new DataView(header.buffer).setBigUint64(0, BigInt(header.length - lengthBytes), true)
  header.set(text, lengthBytes)
  return header
}

function withChecksum(text: string, old: string, checksum: string): string {
  return text.replace(`"${checksumKey}":"${old}"`, `"${checksumKey}":"${checksum}"`)
}

/**
 * Every tensor of the file, looking into `bytes`. Throws `FileRefused` where lengths, places or the checksum do not agree: no byte may
 * belong to two tensors or to none.
 */
export function readSafetensors(
  bytes: Uint8Array,
  fileName: string,
): { readonly metadata: Metadata; readonly tensors: readonly FileTensor[] } {
  const { header, text, data } = splitFile(bytes, fileName)
  const metadata = metadataOf(header.__metadata__, fileName)
  const checksum = metadata[checksumKey] ?? ''
  if (checksum !== '' || metadata.generator === generator) {
    const plain = headerOf(withChecksum(text, checksum, noChecksum))
    if (checksum !== hexOf(crc32(data, crc32(plain)))) throw damaged(fileName, checksumKey)
  }

  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => entryOf(name, value, fileName))
    .sort((one, other) => one.begin - other.begin || one.end - other.end)
  let expected = 0
  for (const { name, begin, end } of entries) {
    if (begin !== expected) throw damaged(fileName, name)
    expected = end
  }
  if (expected !== data.length) throw damaged(fileName, 'data_offsets')
  return {
    metadata,
    tensors: entries.map(({ name, dtype, shape, begin, end }) => ({
      name,
      dtype,
      shape,
      bytes: data.subarray(begin, end),
    })),
  }
}

/** Whether these may be the first bytes of such a file: a possible length, and a brace. */
export function looksLikeSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length <= lengthBytes) return false
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true)
  return length >= 2n && length <= BigInt(headerLimit) && bytes[lengthBytes] === 0x7b
}

function splitFile(bytes: Uint8Array, fileName: string) {
  if (!looksLikeSafetensors(bytes)) throw damaged(fileName, 'header')
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))
  const begin = lengthBytes + length
  if (begin > bytes.length) throw damaged(fileName, 'header')
  let text: string
  let header: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.slice(lengthBytes, begin))
    header = JSON.parse(text)
  } catch {
    throw damaged(fileName, 'header')
  }
  if (!isRecord(header)) throw damaged(fileName, 'header')
  return { header, text, data: bytes.subarray(begin) }
}

function metadataOf(value: unknown, fileName: string): Metadata {
  if (value === undefined) return {}
  const isText = (entry: unknown): entry is string => typeof entry === 'string'
  if (!isRecord(value) || !Object.values(value).every(isText)) throw damaged(fileName, '__metadata__')
  return value as Metadata // checked on the line above
}

function entryOf(name: string, value: unknown, fileName: string) {
  if (!isRecord(value) || typeof value.dtype !== 'string') throw damaged(fileName, name)
  const type = Object.hasOwn(types, value.dtype) ? types[value.dtype] : undefined
  if (!type) throw new FileRefused({ code: 'tensor-type', fileName, tensor: name, found: value.dtype })
  const { shape, data_offsets: offsets } = value
  if (!isCounts(shape) || shape.length > mostAxes) throw damaged(fileName, name)
  if (!isCounts(offsets) || offsets.length !== 2) throw damaged(fileName, name)
  const [begin, end] = offsets as [number, number]
  const [dtype, itemBytes] = type
  if (end - begin !== sizeOf(shape) * itemBytes) throw damaged(fileName, name)
  return { name, dtype, shape, begin, end }
}

function hexOf(checksum: number): string {
  return checksum.toString(16).padStart(8, '0')
}
