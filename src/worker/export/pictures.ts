/**
 * Recorded pictures as PNG files. Bytes stay as they are: what they mean is said in the text `run`.
 *
 * The ten digits are ten images. All maps of a layer, and all its filters, are one sheet: TensorBoard gives each image a card
 * with a slider of its own and twelve cards a page, so that 64 maps would be spread over six pages, and the 2,048 slices
 * of the second layer's filters over 171. On the sheet every one of them is there, and one slider moves all.
 */
import { encode } from 'fast-png'
import type { RecordedPictures } from '../../protocol/record.ts'
import type { Images } from '../../tensorboard/summary.ts'

/** Where no layer says how many stand beside each other. */
const sheetColumns = 8
/** Transparent pixels between two planes: no grey that could be taken for a value. */
const gap = 1
/** Greys, of which the first is transparent: signed bytes are never 0. Unsigned ones need a channel more, which is larger. */
const signedPalette = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey, grey === 0 ? 0 : 255])

/** [n, height, width] as n images. */
export function eachOf({ shape, bytes }: RecordedPictures): Images {
  const [count = 0, height = 0, width = 0] = shape
  const size = height * width
  const pngs = Array.from({ length: count }, (_, place) =>
    encode({ width, height, channels: 1, data: bytes.subarray(place * size, (place + 1) * size) }),
  )
  return { width, height, pngs }
}

/**
 * All planes as one image. Maps [height, width, channel] stand in reading order, eight in a row; so do filters [height, width,
 * 1, output]. Of [height, width, input, output], each output has a row of its own, with a slice for each input.
 */
export function sheetOf({ shape, bytes, isSigned }: RecordedPictures): Images {
  const [h = 0, w = 0, ...rest] = shape
  const planes = rest.reduce((product, size) => product * size, 1)
  const [inputs = 1, outputs = 1] = rest.length === 2 ? rest : [1, planes]
  const columns = inputs > 1 ? inputs : sheetColumns
  const width = columns * (w + gap) - gap
  const height = Math.ceil(planes / columns) * (h + gap) - gap
  const channels = isSigned ? 1 : 2
  const data = new Uint8Array(width * height * channels)
  for (let plane = 0; plane < planes; plane++) {
    const left = (plane % columns) * (w + gap)
    const top = Math.floor(plane / columns) * (h + gap)
    // The planes lie interleaved, the outputs of one input beside each other.
    const channel = (plane % inputs) * outputs + Math.floor(plane / inputs)
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        const at = channels * ((top + y) * width + left + x)
        data[at] = bytes[(y * w + x) * planes + channel]!
        if (!isSigned) data[at + 1] = 255
      }
    }
  }
  return {
    width,
    height,
    pngs: [encode({ width, height, channels, data, ...(isSigned && { palette: signedPalette }) })],
  }
}
