/** Pictures in bytes: a quarter of the memory, for runs that keep many. Every value is true to half a step of `limit`. */
export type PictureBytes = {
  /** The bytes, in the order of the values. */
  readonly bytes: Uint8Array
  /** The size of the largest value. */
  readonly limit: number
  /** Whether values may be below zero; then byte 128 is zero exactly. */
  readonly isSigned: boolean
}

/** Unsigned: value ≈ byte / 255 · limit, exact for 0 and `limit`. Signed: value ≈ (byte − 128) / 127 · limit. */
export function pictureBytes(
  values: Float32Array,
  { isSigned }: { readonly isSigned: boolean },
): PictureBytes {
  let limit = 0
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at]!)
    if (size > limit) limit = size
  }
  const bytes = new Uint8Array(values.length)
  const zero = isSigned ? 128 : 0
  const scale = limit > 0 ? (isSigned ? 127 : 255) / limit : 0
  // Halves are rounded up: a byte is the floor of what is added to a half.
  for (let at = 0; at < values.length; at++) bytes[at] = zero + 0.5 + values[at]! * scale
  return { bytes, limit, isSigned }
}

/** The value at place `at`. */
export function pictureValue({ bytes, limit, isSigned }: PictureBytes, at: number): number {
  return isSigned ? ((bytes[at]! - 128) / 127) * limit : (bytes[at]! / 255) * limit
}
