/** Another library learning what the page learns. */
import type { Batch } from '../../src/training/gradients.ts'
import type { Contender } from './contender.ts'
import { batchesOf, loadTrainingSet } from './feed.ts'

export type Learner = {
  readonly threads: number
  readonly optimizer: string
  /** Whether it drops the neurons that the page drops: then the loss of its first step is known too. */
  readonly hasSeededDropout: boolean
  /** One update, done when its loss is known here. */
  readonly step: (batch: Batch) => Promise<number>
  /** Mean cross-entropy of a batch with the present weights, without dropout. */
  readonly lossOf: (batch: Batch) => Promise<number>
}

/**
 * Every step takes the next batch, as the page does; a turn's time is that of its steps and of nothing else. The loss
 * of the first batch before and after tells whether it computes the same network, and whether it learns.
 */
export async function asContender(learner: Learner): Promise<Contender> {
  const set = await loadTrainingSet()
  const batches = batchesOf(set)
  const firstBatch = batchesOf(set).nextBatch()
  const lossBefore = await learner.lossOf(firstBatch)
  const startMs = performance.now()
  const firstStepLoss = await learner.step(batches.nextBatch())
  const firstStepMs = performance.now() - startMs
  const { threads, optimizer, hasSeededDropout } = learner
  return {
    prepared: { threads, optimizer, hasSeededDropout, lossBefore, firstStepLoss, firstStepMs },
    async turn({ mostSteps, mostMs }) {
      const turnMs = performance.now()
      let steps = 0
      let loss = 0
      do {
        loss = await learner.step(batches.nextBatch())
        steps += 1
        if (!Number.isFinite(loss)) throw new Error(`Its loss is ${loss}.`)
      } while (steps < mostSteps && performance.now() - turnMs < mostMs)
      return { steps, ms: performance.now() - turnMs }
    },
    finish: async () => ({ lossAfter: await learner.lossOf(firstBatch) }),
  }
}
