/**
 * The IDX format of MNIST. Images: magic 2051, count, rows, columns, then one byte a pixel, image by image, row by
 * row. Labels: magic 2049, count, then one byte a label. Header numbers are 32-bit big-endian.
 * (http://yann.lecun.com/exdb/mnist, "The IDX file format")
 */
import { DataError } from './dataError.ts'

export type IdxImages = { readonly kind: 'images'; readonly file: string; readonly imagesNHW: Uint8Array }
export type IdxLabels = { readonly kind: 'labels'; readonly file: string; readonly labels: Uint8Array }
export type IdxFile = IdxImages | IdxLabels

export const imageSide = 28
export const imagePixels = imageSide * imageSide

const imagesMagic = 2051
const labelsMagic = 2049
const imagesHeaderBytes = 16
const labelsHeaderBytes = 8

/**
 * Reads unpacked bytes. The result looks into `bytes`, nothing is copied. Throws `DataError`: `file-empty`,
 * `file-not-idx`, `file-truncated`, `file-too-long`, `images-not-28`, `label-above-9`. `file` names it in problems.
 */
export function parseIdx(bytes: Uint8Array, file: string): IdxFile {
  if (bytes.length === 0) throw new DataError({ code: 'file-empty', file })
  if (bytes.length < 4) throw new DataError({ code: 'file-not-idx', file })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (view.getUint32(0)) {
    case imagesMagic:
      return parseImages(bytes, view, file)
    case labelsMagic:
      return parseLabels(bytes, view, file)
    default:
      throw new DataError({ code: 'file-not-idx', file })
  }
}

function parseImages(bytes: Uint8Array, view: DataView, file: string): IdxImages {
  checkAtLeast(bytes, imagesHeaderBytes, file)
  const count = view.getUint32(4)
  const height = view.getUint32(8)
  const width = view.getUint32(12)
  if (height !== imageSide || width !== imageSide) {
    throw new DataError({ code: 'images-not-28', file, width, height })
  }
  checkExactly(bytes, imagesHeaderBytes + count * imagePixels, file)
  if (count === 0) throw new DataError({ code: 'file-empty', file })
  return { kind: 'images', file, imagesNHW: bytes.subarray(imagesHeaderBytes) }
}

function parseLabels(bytes: Uint8Array, view: DataView, file: string): IdxLabels {
  checkAtLeast(bytes, labelsHeaderBytes, file)
  const count = view.getUint32(4)
  checkExactly(bytes, labelsHeaderBytes + count, file)
  if (count === 0) throw new DataError({ code: 'file-empty', file })
  const labels = bytes.subarray(labelsHeaderBytes)
  const position = labels.findIndex((label) => label > 9)
  if (position >= 0) throw new DataError({ code: 'label-above-9', file, position, label: labels[position]! })
  return { kind: 'labels', file, labels }
}

function checkAtLeast(bytes: Uint8Array, expectedBytes: number, file: string): void {
  if (bytes.length < expectedBytes) {
    throw new DataError({ code: 'file-truncated', file, expectedBytes, foundBytes: bytes.length })
  }
}

function checkExactly(bytes: Uint8Array, expectedBytes: number, file: string): void {
  checkAtLeast(bytes, expectedBytes, file)
  if (bytes.length > expectedBytes) throw new DataError({ code: 'file-too-long', file, expectedBytes })
}
