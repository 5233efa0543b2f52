import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'

/** What one message holds: called with the writer that stands inside of it. */
export type Content = (writer: BinaryWriter) => void

/** A whole message as bytes. */
export function encoded(content: Content): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter()
  content(writer)
  return writer.finish()
}

/** A message as a field of another. An empty one is written too: a tensor of rank 0 has a shape without dimensions. */
export function writeMessage(writer: BinaryWriter, field: number, content: Content) {
  writer.tag(field, WireType.LengthDelimited).fork()
  content(writer)
  writer.join()
}

export function writeText(writer: BinaryWriter, field: number, text: string) {
  writer.tag(field, WireType.LengthDelimited).string(text)
}

export function writeBytes(writer: BinaryWriter, field: number, bytes: Uint8Array) {
  writer.tag(field, WireType.LengthDelimited).bytes(bytes)
}

/** Whole numbers, of 32 or 64 bits; negative ones too. */
export function writeInteger(writer: BinaryWriter, field: number, value: number) {
  writer.tag(field, WireType.Varint).int64(value)
}

/** TensorShapeProto: dim 2 {size 1}. */
export function writeShape(writer: BinaryWriter, field: number, shape: readonly number[]) {
  writeMessage(writer, field, (inner) => {
    for (const size of shape) writeMessage(inner, 2, (dimension) => writeInteger(dimension, 1, size))
  })
}
