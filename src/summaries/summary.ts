/** The parts of a summary: how the variables are distributed, and what the network makes of some images. */
import { pictureBytes } from '../math/pictureBytes.ts'
import { sizeOf } from '../math/plane.ts'
import { parameterRecord } from '../network/parameters.ts'
import { imageSide, pixelCount, type TapName, tapShapes } from '../network/spec.ts'
import type { RecordedPictures, SplitSummary, Summary } from '../protocol/record.ts'
import type { Trainer } from '../training/trainer.ts'
import { distributionOf } from './distribution.ts'

/** Images of one split, bytes 0 … 255 or numbers 0 … 1, with their labels and places there. */
export type Sample = {
  readonly imagesNHW: Uint8Array | Float32Array
  readonly labels: Uint8Array
  readonly indices: Uint32Array
}

/** Images shown of each split. */
const digitsShown = 10

/** What the network makes of a sample, from one forward pass. */
export async function splitSummary(trainer: Trainer, sample: Sample): Promise<SplitSummary> {
  const mapOf = (tap: TapName) => (values: Float32Array) =>
    picturesOf(tap, values.subarray(0, sizeOf(tapShapes[tap])), { isSigned: false })
  const bothOf = (tap: TapName) => (values: Float32Array) => ({
    map: mapOf(tap)(values),
    distribution: distributionOf(values),
  })
  const { conv1, pool1, conv2, pool2, fc1, fc2 } = await trainer.examine(sample.imagesNHW, {
    conv1: bothOf('conv1'),
    pool1: mapOf('pool1'),
    conv2: bothOf('conv2'),
    pool2: mapOf('pool2'),
    fc1: distributionOf,
    fc2: distributionOf,
  })
  return {
    digits: digitsOf(sample),
    indices: sample.indices.slice(0, digitsShown),
    labels: sample.labels.slice(0, digitsShown),
    maps: { conv1: conv1.map, pool1, conv2: conv2.map, pool2 },
    images: sample.labels.length,
    activations: { conv1: conv1.distribution, conv2: conv2.distribution, fc1, fc2 },
  }
}

/** How the variables are distributed, and the filters of both convolutions. */
export async function variableSummary(trainer: Trainer): Promise<Pick<Summary, 'variables' | 'filters'>> {
  const filters = (tap: TapName) => (values: Float32Array) => ({
    distribution: distributionOf(values),
    pictures: picturesOf(tap, values, { isSigned: true }),
  })
  const found = await trainer.examine(null, {
    ...parameterRecord(() => distributionOf),
    'conv1/weights': filters('conv1/weights'),
    'conv2/weights': filters('conv2/weights'),
  })
  const [conv1, conv2] = [found['conv1/weights'], found['conv2/weights']]
  return {
    variables: { ...found, 'conv1/weights': conv1.distribution, 'conv2/weights': conv2.distribution },
    filters: { 'conv1/weights': conv1.pictures, 'conv2/weights': conv2.pictures },
  }
}

/** The memory of all arrays in it, to be handed over instead of copied. */
export function buffersOf(summary: Summary): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const collect = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer)
    else if (value !== null && typeof value === 'object')
      for (const part of Object.values(value)) collect(part)
  }
  collect({ ...summary, trace: null })
  return [...buffers]
}

function picturesOf(
  tap: TapName,
  values: Float32Array,
  { isSigned }: { readonly isSigned: boolean },
): RecordedPictures {
  return { tap, shape: tapShapes[tap], ...pictureBytes(values, { isSigned }) }
}

function digitsOf({ imagesNHW, labels }: Sample): RecordedPictures {
  const count = Math.min(digitsShown, labels.length)
  const shown = imagesNHW.subarray(0, count * pixelCount)
  const bytes = Uint8Array.from(shown, (value) =>
    imagesNHW instanceof Uint8Array ? value : Math.round(255 * value),
  )
  return { tap: 'input', shape: [count, imageSide, imageSide], bytes, limit: 1, isSigned: false }
}
