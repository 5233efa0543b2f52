/** The checksum of zip files: CRC-32 as in gzip and PNG (RFC 1952). */

const table = new Uint32Array(256)
for (let byte = 0; byte < 256; byte++) {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  table[byte] = rest
}

/** Of `bytes`, or of what `before` is the checksum of with `bytes` behind it. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = ~before
  for (let at = 0; at < bytes.length; at++) rest = table[(rest ^ bytes[at]!) & 255]! ^ (rest >>> 8)
  return ~rest >>> 0
}
