/** The digits, their order and the first weights of the page's own run with seed 1: the same for everyone. */
import { type Batches, createBatches } from '../../src/data/batches.ts'
import { loadMnist } from '../../src/data/mnist.ts'
import type { LabelledImages } from '../../src/data/sets.ts'
import { initialParameters, type ParameterValues } from '../../src/network/parameters.ts'
import { training } from '../../src/network/spec.ts'

export const seed = 1

export async function loadTrainingSet(): Promise<LabelledImages> {
  const mnist = await loadMnist(
    `${self.location.origin}/bench-mnist/`,
    () => {},
    new AbortController().signal,
  )
  if (!mnist) throw new Error('MNIST is not there.')
  return mnist.splits.train
}

export function batchesOf(set: LabelledImages, batchSize: number = training.batchSize): Batches {
  return createBatches(set, batchSize, { seed, imagesDrawn: 0 })
}

export function firstWeights(): ParameterValues {
  return initialParameters(seed)
}
