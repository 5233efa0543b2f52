/** Softmax turns the logits of each image into probabilities: positive and adding up to 1. */
import { type Floats, zeros } from './floats.ts'

/**
 * p[n,k] = exp(z[n,k]) / Σ over j of exp(z[n,j]), for every row of `classes` logits.
 * The row's largest logit is subtracted first: that cancels out, and no exponential can overflow.
 */
export function softmax<A extends Floats>(logits: A, classes: number): A {
  const probabilities = zeros(logits, logits.length)
  for (let row = 0; row < logits.length; row += classes) {
    const largest = largestOf(logits, row, classes)
    let sum = 0
    for (let k = row; k < row + classes; k++) sum += Math.exp(logits[k]! - largest)
    for (let k = row; k < row + classes; k++) probabilities[k] = Math.exp(logits[k]! - largest) / sum
  }
  return probabilities
}

/** The class of the largest of `classes` logits from `row` on; of equal ones the first. */
export function answerOf(logits: Floats, row: number, classes: number): number {
  let best = 0
  for (let k = 1; k < classes; k++) if (logits[row + k]! > logits[row + best]!) best = k
  return best
}

/** The largest of `count` values from `start` on; NaN as soon as one is NaN, so that a lost run is noticed. */
export function largestOf(values: Floats, start: number, count: number): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let at = start; at < start + count; at++) largest = Math.max(largest, values[at]!)
  return largest
}
