/** Training as a stream of steps. Who pulls decides the pace: pausing is not pulling, stopping is `return()`. */
import type { StepRecord } from '../protocol/messages.ts'
import type { Batch, Trainer } from './trainer.ts'

/** The loss was not a finite number: the weights are lost, the run cannot go on. */
export class LossNotANumberError extends Error {
  readonly code = 'loss-not-a-number'
  constructor(
    /** The step the failed update led to. */
    readonly step: number,
  ) {
    super(`The loss of step ${step} is not a number.`)
  }
}

/**
 * One record per update until `stepLimit` updates are done in all. `nextBatch` is asked once per update, when the
 * update is about to happen. Throws `LossNotANumberError`.
 */
export async function* train(
  trainer: Trainer,
  nextBatch: () => Batch,
  options: { readonly stepLimit: number },
): AsyncGenerator<StepRecord> {
  while (trainer.stepCount() < options.stepLimit) {
    const recorded = trainer.step(nextBatch())
    const step = trainer.stepCount()
    const { loss, batchAccuracy } = await recorded
    if (!Number.isFinite(loss)) throw new LossNotANumberError(step)
    yield { step, loss, batchAccuracy }
  }
}
