/** Pictures of digits in less: most pixels are 0. For each a mask of its pixels, one bit each, then the bytes of those that are not 0. */
import { pixelCount } from '../network/spec.ts'

const maskBytes = pixelCount / 8

export function packImages(imagesNHW: Uint8Array): Uint8Array {
  const n = imagesNHW.length / pixelCount
  const packed = new Uint8Array(n * (maskBytes + pixelCount))
  let at = n * maskBytes
  for (const [pixel, byte] of imagesNHW.entries()) {
    if (byte === 0) continue
    packed[pixel >> 3]! |= 1 << (pixel & 7)
    packed[at++] = byte
  }
  return packed.slice(0, at)
}

/** Null where the bytes are not those of `n` images. */
export function unpackImages(packed: Uint8Array, n: number): Uint8Array | null {
  const images = new Uint8Array(n * pixelCount)
  let at = n * maskBytes
  for (let pixel = 0; pixel < images.length; pixel++) {
    if ((packed[pixel >> 3]! >> (pixel & 7)) & 1) images[pixel] = packed[at++] ?? 0
  }
  return at === packed.length ? images : null
}
