/**
 * CRC-32C: the remainder of a division of polynomials over two elements, with Castagnoli's polynomial (RFC 3720, 12.1, and its
 * examples in B.4). Bits go from the lowest to the highest, so the polynomial 1EDC6F41 stands mirrored here.
 */
const polynomial = 0x82f63b78

/** What eight bits more do to the remainder. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? polynomial : 0)
  return remainder
})

/** 0 … 2³² − 1; of the text "123456789" it is e3069283. */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ remainders[(crc ^ bytes[at]!) & 0xff]!
  return ~crc >>> 0
}

/**
 * As event files hold it (TensorFlow, `lib/hash/crc32c.h`): turned by 15 bits and moved by a constant, because the CRC of
 * data that contains its own CRC says nothing.
 */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = crc32c(bytes)
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0
}
