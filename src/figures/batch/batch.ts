/** The images of a batch as a figure needs them: their losses, the worst first. */
import type { Plane } from '../../math/plane.ts'
import type { BatchPart } from '../../network/derivedTaps.ts'

export type ShownBatch = {
  readonly step: number
  readonly losses: Float32Array
  readonly labels: Float32Array
  readonly answers: Float32Array
  /** In the training set. */
  readonly indices: Float32Array
  readonly imagesNHW: Float32Array
  /** 1: without dropout, the batch of the step to come. */
  readonly keep: number
}

/** Null while not all of it is there. */
export function batchOf(planeOf: (part: BatchPart) => Plane | undefined, step: number): ShownBatch | null {
  const values = (part: BatchPart) => planeOf(part)?.values
  const [losses, labels, answers] = [values('losses'), values('labels'), values('answers')]
  const [indices, imagesNHW, keep] = [values('indices'), values('images'), values('keep')]
  if (!losses || !labels || !answers || !indices || !imagesNHW || !keep) return null
  return { step, losses, labels, answers, indices, imagesNHW, keep: keep[0] ?? 1 }
}

/** Places in the batch by loss, the largest first. */
export function worstFirst(losses: Float32Array): readonly number[] {
  return Array.from(losses, (_, place) => place).sort((one, other) => losses[other] - losses[one])
}

/** Sum and mean of the losses, and how many answers were right. */
export function tallyOf({ losses, labels, answers }: ShownBatch) {
  const sum = losses.reduce((so, loss) => so + loss, 0)
  return {
    sum,
    mean: sum / losses.length,
    right: answers.reduce((so, answer, place) => so + (answer === labels[place] ? 1 : 0), 0),
  }
}
