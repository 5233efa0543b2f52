/**
 * Plain data with blocks of numbers as bytes: the length of the JSON in four bytes, the JSON, then the blocks. In the JSON a block is
 * `{"$": type, "at": where, "count": how many}`, and `{"$": "number", "is": …}` a number that JSON does not know.
 */
import { parseJson } from '../weights/json.ts'

const types = { u8: Uint8Array, u32: Uint32Array, f32: Float32Array } as const
type TypeName = keyof typeof types
/** Every block begins at a multiple of it. */
const step = 8
/** What runs write down is five levels deep. */
const mostDepth = 12

/** Bytes and what they mean do not agree. */
export class NotPlain extends Error {}

export function bytesOfPlain(value: unknown): Uint8Array<ArrayBuffer> {
  const blocks: { readonly at: number; readonly bytes: Uint8Array }[] = []
  let end = 0
  const marked = marking((block, type) => {
    const bytes = new Uint8Array(block.buffer, block.byteOffset, block.byteLength)
    const at = end
    blocks.push({ at, bytes })
    end = padded(at + bytes.length)
    return { $: type, at, count: block.length }
  })
  const json = new TextEncoder().encode(JSON.stringify(marked(value)))
  const start = padded(4 + json.length)
  const whole = new Uint8Array(start + end).fill(0x20, 0, start)
  new DataView(whole.buffer).setUint32(0, json.length, true)
  whole.set(json, 4)
  for (const { at, bytes } of blocks) whole.set(bytes, start + at)
  return whole
}

/** Throws `NotPlain`. Blocks are copies. */
export function plainOfBytes(bytes: Uint8Array<ArrayBuffer>): unknown {
  if (bytes.length < 4) throw new NotPlain('length')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (4 + length > bytes.length) throw new NotPlain('length')
  const blocks = bytes.subarray(padded(4 + length))
  return unmarked(parsedJson(bytes.subarray(4, 4 + length)), { bytes: blocks, unused: blocks.length }, 0)
}

/** Throws `NotPlain`. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch {
    throw new NotPlain('json')
  }
}

const padded = (bytes: number) => Math.ceil(bytes / step) * step

function marking(place: (block: Uint8Array | Uint32Array | Float32Array, type: TypeName) => unknown) {
  const mark = (value: unknown): unknown => {
    if (typeof value === 'number') return isJsonNumber(value) ? value : { $: 'number', is: nameOf(value) }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Uint8Array) return place(value, 'u8')
    if (value instanceof Uint32Array) return place(value, 'u32')
    if (value instanceof Float32Array) return place(value, 'f32')
    if (Array.isArray(value)) return value.map(mark)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mark(entry)]))
  }
  return mark
}

/** JSON knows neither NaN nor infinities, and forgets the sign of zero. */
const isJsonNumber = (value: number) => Number.isFinite(value) && !Object.is(value, -0)
const nameOf = (value: number) => (Object.is(value, -0) ? '-0' : String(value))
const otherNumbers: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
])

/** Each byte belongs to one block: a few that were named often would fill the memory. */
type Blocks = { readonly bytes: Uint8Array<ArrayBuffer>; unused: number }

function unmarked(value: unknown, blocks: Blocks, depth: number): unknown {
  if (depth > mostDepth) throw new NotPlain('depth')
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry) => unmarked(entry, blocks, depth + 1))
  const entries = Object.entries(value)
  if (entries.some(([key]) => key === '$')) return unmarkedOne(new Map(entries), blocks)
  return Object.fromEntries(entries.map(([key, entry]) => [key, unmarked(entry, blocks, depth + 1)]))
}

function unmarkedOne(mark: ReadonlyMap<string, unknown>, blocks: Blocks): unknown {
  const number = otherNumbers.get(mark.get('is'))
  if (mark.get('$') === 'number' && number !== undefined) return number
  const name = (['u8', 'u32', 'f32'] as const).find((name) => name === mark.get('$'))
  const [at, count] = [mark.get('at'), mark.get('count')]
  if (!name || !isCount(at) || !isCount(count) || at % step !== 0) throw new NotPlain('block')
  const Type = types[name]
  const end = at + count * Type.BYTES_PER_ELEMENT
  blocks.unused -= end - at
  if (end > blocks.bytes.length || blocks.unused < 0) throw new NotPlain('block')
  return new Type(blocks.bytes.slice(at, end).buffer)
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
