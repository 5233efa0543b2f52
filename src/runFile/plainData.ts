/** Plain data with typed arrays as bytes, and back: records in storage and in run files. */

/**
 * Layout: length of the JSON text (4 bytes, little-endian), the text in UTF-8, then every typed array, each beginning at a
 * multiple of 8 from the start. In the text an array stands as `{"$":"f32","at":…,"length":…}`, a number that JSON cannot say as
 * `{"$":"NaN"}`. Numbers come back to the last bit; machines are little-endian everywhere a browser runs.
 */
const kinds = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const
type Kind = keyof typeof kinds
type Plain = InstanceType<(typeof kinds)[Kind]>

const unsayable = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
}

export function packPlain(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Plain[] = []
  let at = 0
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'number' && (!Number.isFinite(inner) || Object.is(inner, -0))) {
      return { $: Object.is(inner, -0) ? '-0' : String(inner) }
    }
    const kind = kindOf(inner)
    if (kind === null) return inner
    const array = inner as Plain // `kindOf` looked at its class
    arrays.push(array)
    const place = { $: kind, at, length: array.length }
    at = roundedUp(at + array.byteLength)
    return place
  })
  const head = new TextEncoder().encode(text)
  const start = roundedUp(4 + head.length)
  const bytes = new Uint8Array(start + at)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  let end = start
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), end)
    end = roundedUp(end + array.byteLength)
  }
  return bytes
}

/** Throws where the bytes are no such data. What it gives is of no type yet: foreign bytes may say anything. */
export function unpackPlain(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  if (4 + length > bytes.length) throw new RangeError('text beyond the end')
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, 4 + length))
  const start = roundedUp(4 + length)
  return JSON.parse(text, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || !('$' in inner)) return inner
    const { $: kind } = inner
    if (typeof kind === 'string' && Object.hasOwn(unsayable, kind)) {
      return unsayable[kind as keyof typeof unsayable]
    }
    if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) throw new TypeError('unknown kind of array')
    const made = kinds[kind as Kind]
    const { at, length: count } = inner as { at?: unknown; length?: unknown }
    if (!isPlace(at) || !isPlace(count)) throw new RangeError('an array without a place')
    const end = start + at + count * made.BYTES_PER_ELEMENT
    if (end > bytes.length) throw new RangeError('an array beyond the end')
    return new made(bytes.slice(start + at, end).buffer)
  })
}

const roundedUp = (at: number) => Math.ceil(at / 8) * 8
const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function kindOf(value: unknown): Kind | null {
  if (!ArrayBuffer.isView(value)) return null
  for (const [kind, made] of Object.entries(kinds)) if (value instanceof made) return kind as Kind
  throw new TypeError('an array that cannot be packed')
}
