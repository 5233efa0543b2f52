/** Softmax by hand: the exponentials of the ten logits, their sum, and what share of it each has. */
import { answerOf } from '../../math/softmax.ts'

export type Softmax = {
  /** e^logit of each class, in units of 10^`exponent`. */
  readonly exponentials: Float64Array
  /** Of all exponentials, in the same unit. */
  readonly sum: number
  /** Zero where the sum can be written out; else its own power of ten. */
  readonly exponent: number
  /** Each exponential divided by the sum. */
  readonly probabilities: Float64Array
  /** The class of the largest logit; of equal ones the first. */
  readonly answer: number
}

/** Sums from 1 to below this are written without a power of ten. */
const longestSum = 10_000

/**
 * The power of ten is taken out before exp, so that nothing can overflow. Of a run whose weights are lost every number
 * is NaN, and there is no power of ten to take out.
 * @param logits of one image
 */
export function explainSoftmax(logits: Float32Array): Softmax {
  const largest = Math.max(...logits)
  const logOfSum = largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0))
  const writable = logOfSum >= 0 && logOfSum < Math.log(longestSum)
  const exponent = writable || Number.isNaN(logOfSum) ? 0 : Math.floor(logOfSum / Math.LN10)
  const exponentials = Float64Array.from(logits, (logit) => Math.exp(logit - exponent * Math.LN10))
  const sum = exponentials.reduce((so, exponential) => so + exponential, 0)
  const probabilities = exponentials.map((exponential) => exponential / sum)
  return { exponentials, sum, exponent, probabilities, answer: answerOf(logits, 0, logits.length) }
}

/** All logits divided by one number: above 1 shares move together, below 1 apart. At 1 nothing changes. */
export function atTemperature(logits: Float32Array, temperature: number): Float32Array {
  return logits.map((logit) => logit / temperature)
}
