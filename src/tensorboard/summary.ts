/** Values of a Summary, each for one tag: what the plugins of TensorBoard called scalars, histograms, images and text read. */
import { WireType } from '@bufbuild/protobuf/wire'
import {
  type Content,
  encoded,
  writeBytes,
  writeInteger,
  writeMessage,
  writeShape,
  writeText,
} from './message.ts'

/** One encoded `Summary.Value`. */
export type SummaryValue = Uint8Array<ArrayBuffer>

export type Tag = {
  /** With its scopes: `1st_layer/conv1_layer/weight/filter`. */
  readonly tag: string
  /** Markdown, shown with the tag; '' for none. */
  readonly description?: string
}

/** Bins side by side: `edges` has one number more than `counts`. */
export type Histogram = { readonly edges: Float64Array; readonly counts: ArrayLike<number> }

/** All pictures have the same size. */
export type Images = { readonly width: number; readonly height: number; readonly pngs: readonly Uint8Array[] }

/** Field numbers and values of tensorflow/core/framework: types.proto, tensor.proto, summary.proto. */
const dtype = { float: 1, double: 2, string: 7 } as const
const dataClass = { scalar: 1, tensor: 2, blobs: 3 } as const

export function scalar(tag: Tag, value: number): SummaryValue {
  return summaryValue(tag, { plugin: 'scalars', class: dataClass.scalar }, (tensor) => {
    writeInteger(tensor, 1, dtype.float)
    writeShape(tensor, 2, [])
    tensor.tag(5, WireType.LengthDelimited).fork().float(value).join() // packed
  })
}

export function histogram(tag: Tag, { edges, counts }: Histogram): SummaryValue {
  const content = new DataView(new ArrayBuffer(counts.length * 3 * 8))
  for (let bin = 0; bin < counts.length; bin++) {
    content.setFloat64(bin * 24, edges[bin]!, true)
    content.setFloat64(bin * 24 + 8, edges[bin + 1]!, true)
    content.setFloat64(bin * 24 + 16, counts[bin]!, true)
  }
  return summaryValue(tag, { plugin: 'histograms', class: dataClass.tensor }, (tensor) => {
    writeInteger(tensor, 1, dtype.double)
    writeShape(tensor, 2, [counts.length, 3])
    writeBytes(tensor, 4, new Uint8Array(content.buffer))
  })
}

export function images(tag: Tag, { width, height, pngs }: Images): SummaryValue {
  return summaryValue(tag, { plugin: 'images', class: dataClass.blobs }, (tensor) => {
    writeInteger(tensor, 1, dtype.string)
    writeShape(tensor, 2, [2 + pngs.length])
    writeText(tensor, 8, String(width))
    writeText(tensor, 8, String(height))
    for (const png of pngs) writeBytes(tensor, 8, png)
  })
}

export function text(tag: Tag, markdown: string): SummaryValue {
  return summaryValue(tag, { plugin: 'text', class: dataClass.tensor }, (tensor) => {
    writeInteger(tensor, 1, dtype.string)
    writeShape(tensor, 2, [])
    writeText(tensor, 8, markdown)
  })
}

/** Value: tag 1 · tensor 8 · metadata 9 {plugin_data 1 {plugin_name 1} · description 3 · data_class 4}. */
function summaryValue(
  { tag, description = '' }: Tag,
  kind: { readonly plugin: string; readonly class: number },
  tensor: Content,
): SummaryValue {
  return encoded((value) => {
    writeText(value, 1, tag)
    writeMessage(value, 8, tensor)
    writeMessage(value, 9, (metadata) => {
      writeMessage(metadata, 1, (plugin) => writeText(plugin, 1, kind.plugin))
      if (description !== '') writeText(metadata, 3, description)
      writeInteger(metadata, 4, kind.class)
    })
  })
}
