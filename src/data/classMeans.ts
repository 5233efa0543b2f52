/** The average image of each class: what all images of a digit have in common. */
import { imagePixels } from './idx.ts'
import type { LabelledImages } from './sets.ts'

/** `meansCHW[class * 784 + pixel]`, 0 … 1; all zero for a class without images. */
export type ClassMeans = { readonly meansCHW: Float32Array; readonly counts: readonly number[] }

const classCount = 10
/** Images between two places where the work may be interrupted. */
const pieceOf = 2048

/** The means of the classes 0 … 9; yields where it may be interrupted. */
export function* classMeans({ imagesNHW, labels }: LabelledImages): Generator<void, ClassMeans> {
  const sums = new Float64Array(classCount * imagePixels)
  const counts = new Array<number>(classCount).fill(0)
  for (const [image, label] of labels.entries()) {
    counts[label]! += 1
    for (let pixel = 0; pixel < imagePixels; pixel++) {
      sums[label * imagePixels + pixel]! += imagesNHW[image * imagePixels + pixel]!
    }
    if (image % pieceOf === pieceOf - 1) yield
  }
  const meansCHW = Float32Array.from(
    sums,
    (sum, at) => sum / (255 * Math.max(1, counts[Math.floor(at / imagePixels)]!)),
  )
  return { meansCHW, counts }
}
