import { maskedCrc32c } from './crc32c.ts'

/** Bytes around the data of a record: its length, and a checksum for the length and for the data. */
const headBytes = 12
const tailBytes = 4

/** One record of a TFRecord file: uint64 length · uint32 masked CRC of the length · data · uint32 masked CRC of the data. */
export function framed(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(headBytes + data.length + tailBytes)
  const view = new DataView(record.buffer)
  view.setBigUint64(0, BigInt(data.length), true)
  view.setUint32(8, maskedCrc32c(record.subarray(0, 8)), true)
  record.set(data, headBytes)
  view.setUint32(headBytes + data.length, maskedCrc32c(data), true)
  return record
}
