/** A block of numbers as it lies in a file, and as numbers. */
import { sizeOf } from '../math/plane.ts'

export type FileTensor = {
  readonly name: string
  /** In the words of NumPy; others are named as in the file and cannot be read. */
  readonly dtype: string
  readonly shape: readonly number[]
  /** Row-major, little-endian: as every device with a browser has its numbers. */
  readonly bytes: Uint8Array
}

/** A block of numbers to be written. */
export type NamedValues = {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** Single precision as it is; half precision widened, which changes nothing; double rounded. Null: these are no real numbers. */
export function floatsOf({ dtype, shape, bytes }: FileTensor): Float32Array | null {
  const count = sizeOf(shape)
  // A copy: what is read need not lie at a multiple of its size.
  const buffer = () => new Uint8Array(bytes).buffer
  switch (dtype) {
    case 'float32':
      return new Float32Array(buffer(), 0, count)
    case 'float64':
      return Float32Array.from(new Float64Array(buffer(), 0, count))
    case 'float16':
      return Float32Array.from(new Uint16Array(buffer(), 0, count), fromHalf)
    case 'bfloat16': {
      const words = Uint32Array.from(new Uint16Array(buffer(), 0, count), (half) => half << 16)
      return new Float32Array(words.buffer)
    }
    default:
      return null
  }
}

/** IEEE 754 binary16: a sign, five bits of the exponent, ten of the fraction. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = (bits & 1023) / 1024
  if (exponent === 0) return sign * fraction * 2 ** -14
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
  return sign * (1 + fraction) * 2 ** (exponent - 15)
}

/** The memory of `values`, as bytes. */
export function bytesOf(values: Float32Array): Uint8Array<ArrayBuffer> {
  // Those of a run may lie in shared memory only inside kernels: what leaves them is copied.
  return new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength)
}
