/** The order in which images are trained on: every epoch a fresh permutation, cut into batches without a gap. */
import { createRandom, derive, shuffle } from '../math/random.ts'
import { imagePixels } from './idx.ts'
import type { LabelledImages } from './sets.ts'

export type BatchesState = {
  readonly seed: number
  /** Images handed out since the run began: epoch and position follow from it. */
  readonly imagesDrawn: number
}

export type DrawnBatch = {
  /** Values 0 … 1 (byte / 255). */
  readonly imagesNHW: Float32Array
  readonly labels: Uint8Array
  /** Where each image stands in the set. */
  readonly indices: Uint32Array
}

export type Batches = {
  /** The next images, freshly allocated. */
  readonly nextBatch: () => DrawnBatch
  /** Where the stream stands; `createBatches` continues from here with the same images. */
  readonly state: () => BatchesState
}

/**
 * Batches of `batchSize` from `set`. No image comes twice before all came once; a batch that runs over the end of
 * an epoch is filled from the next permutation.
 */
export function createBatches(set: LabelledImages, batchSize: number, from: BatchesState): Batches {
  const count = set.labels.length
  const { seed } = from
  let imagesDrawn = from.imagesDrawn
  let epoch = Math.floor(imagesDrawn / count)
  let order = permutation(count, seed, epoch)
  return {
    nextBatch: () => {
      const imagesNHW = new Float32Array(batchSize * imagePixels)
      const labels = new Uint8Array(batchSize)
      const indices = new Uint32Array(batchSize)
      for (let place = 0; place < batchSize; place++) {
        if (Math.floor(imagesDrawn / count) !== epoch) {
          epoch += 1
          order = permutation(count, seed, epoch)
        }
        const image = order[imagesDrawn - epoch * count]!
        for (let pixel = 0; pixel < imagePixels; pixel++) {
          imagesNHW[place * imagePixels + pixel] = set.imagesNHW[image * imagePixels + pixel]! / 255
        }
        labels[place] = set.labels[image]!
        indices[place] = image
        imagesDrawn += 1
      }
      return { imagesNHW, labels, indices }
    },
    state: () => ({ seed, imagesDrawn }),
  }
}

/** Each epoch has a stream of its own, so that any place in any epoch can be found again from two numbers. */
function permutation(count: number, seed: number, epoch: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  return shuffle(order, createRandom(derive(seed, `batches/${epoch}`)))
}
