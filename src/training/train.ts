/** Training as a stream of steps. Who pulls decides the pace: pausing is not pulling, stopping is `return()`. */
import type { StepRecord } from '../protocol/messages.ts'
import type { Batch, StepResult, StepWishes, Trainer } from './trainer.ts'

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

export type TrainedStep = { readonly record: StepRecord; readonly result: StepResult }

/**
 * One record per update until `stepLimit` updates are done in all. `nextBatch` is asked once per update, when the
 * update is about to happen. Throws `LossNotANumberError`.
 */
export async function* train(
  trainer: Trainer,
  nextBatch: () => Batch,
  options: {
    readonly stepLimit: number
    /** What is to be found out about the update that leads to this step. */
    readonly wishesFor?: (step: number) => StepWishes
  },
): AsyncGenerator<TrainedStep> {
  while (trainer.stepCount() < options.stepLimit) {
    const done = trainer.step(nextBatch(), options.wishesFor?.(trainer.stepCount() + 1))
    const step = trainer.stepCount()
    const result = await done
    const { loss, batchAccuracy } = result
    if (!Number.isFinite(loss)) throw new LossNotANumberError(step)
    yield { record: { step, loss, batchAccuracy }, result }
  }
}
