/** Bytes in storage that know their format and whether they are still what was written. */
import { checksumOf } from './checksum.ts'

/** Of everything the keeper stores. A program that finds a higher one leaves what it finds alone. */
export const storedFormat = 1

export type Sealed = {
  readonly format: number
  readonly sum: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What became of something that was stored. */
export type Opened<Value> =
  | { readonly state: 'good'; readonly value: Value }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer' }

export function seal(bytes: Uint8Array<ArrayBuffer>): Sealed {
  return { format: storedFormat, sum: checksumOf([bytes]), bytes }
}

/** `read` is only called with bytes that are whole. */
export function unseal<Value>(
  stored: unknown,
  read: (bytes: Uint8Array<ArrayBuffer>) => Value,
): Opened<Value> {
  if (!isObject(stored)) return { state: 'damaged' }
  const { format, sum, bytes } = stored
  if (isNewer(format)) return { state: 'newer' }
  if (format !== storedFormat || !isBytes(bytes) || checksumOf([bytes]) !== sum) return { state: 'damaged' }
  try {
    return { state: 'good', value: read(bytes) }
  } catch {
    return { state: 'damaged' }
  }
}

export const isNewer = (format: unknown) => Number.isSafeInteger(format) && Number(format) > storedFormat

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer
}
