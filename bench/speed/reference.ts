/** What the first batch must give, computed slowly by `math/`: nobody's turn, but everybody's yardstick. */
import { meanCrossEntropy } from '../../src/math/cross-entropy.ts'
import { dropoutMask } from '../../src/math/dropout.ts'
import { deepMnistSizes, forward } from '../../src/math/network.ts'
import { createRandom, derive } from '../../src/math/random.ts'
import { classCount, tapShapes, training } from '../../src/network/spec.ts'
import type { Contender } from './contender.ts'
import { batchesOf, firstWeights, loadTrainingSet, seed } from './feed.ts'

export async function open(): Promise<Contender> {
  const { imagesNHW, labels } = batchesOf(await loadTrainingSet()).nextBatch()
  const random = createRandom(derive(seed, 'dropout'))
  const firstMask = dropoutMask(labels.length * tapShapes.dropout[0], training.keepProbability, random)
  const lossWith = (mask: Float32Array | null) => {
    const { logits } = forward(firstWeights(), imagesNHW, { sizes: deepMnistSizes, mask })
    return meanCrossEntropy(logits, labels, classCount)
  }
  return {
    prepared: { lossBefore: lossWith(null), firstStepLoss: lossWith(firstMask) },
    turn: async () => ({}),
    finish: async () => null,
  }
}
