/** The loss of one image, and the loss of a run as a curve one can read. */
import { crossEntropies } from '../../math/cross-entropy.ts'
import { smoothed } from '../../math/smoothed.ts'
import { answerOf } from '../../math/softmax.ts'
import { spreadPlaces } from '../../math/spread.ts'
import { classCount } from '../../network/spec.ts'
import type { StepRecord } from '../../protocol/messages.ts'

/** The loss of pure guessing: every digit gets a probability of 1/10, so −ln(1/10) = ln 10. */
export const chanceLoss = Math.log(classCount)

/**
 * Cross-entropy of one image: −ln of the probability of its right class, computed from its ten logits as training
 * does it, so that it stays finite where the probability itself rounds to zero.
 */
export function lossOf(logits: Float32Array, label: number): number {
  return crossEntropies(logits, Uint8Array.of(label), classCount)[0]
}

/** How the loss of one image comes about: its right logit lags behind the largest, and the others count a little too. */
export type LossParts = {
  /** The logit of the right class, the largest one, and whose that is. */
  readonly own: number
  readonly largest: number
  readonly answer: number
  readonly lag: number
  /** Σ exp(logit − largest): 1 for the largest itself, and what the others add. */
  readonly sum: number
  /** lag + ln sum. */
  readonly loss: number
}

export function lossParts(logits: Float32Array, label: number): LossParts {
  const answer = answerOf(logits, 0, classCount)
  const largest = logits[answer]
  const sum = logits.reduce((so, logit) => so + Math.exp(logit - largest), 0)
  const own = logits[label]
  return { own, largest, answer, lag: largest - own, sum, loss: lossOf(logits, label) }
}

export type LossCurve = {
  readonly steps: readonly number[]
  readonly losses: readonly number[]
  readonly averages: readonly number[]
}

/** A screen shows no more points than this. */
const pointLimit = 1500

/** The loss per step with its average; of very many steps every n-th, the last one always. */
export function lossCurve(history: readonly StepRecord[], memory: number): LossCurve {
  const averages = smoothed(
    { steps: history.map(({ step }) => step), values: history.map(({ loss }) => loss) },
    { memory },
  )
  const shown = spreadPlaces(history.length, pointLimit)
  return {
    steps: shown.map((i) => history[i].step),
    losses: shown.map((i) => history[i].loss),
    averages: shown.map((i) => averages[i]),
  }
}
