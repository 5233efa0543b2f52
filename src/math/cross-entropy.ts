/** Cross-entropy: how surprised the network is by the right answer, −ln of the probability it gave it. */
import { type Floats, zeros } from './floats.ts'
import { largestOf, softmax } from './softmax.ts'

/**
 * Cross-entropy of each image, from its logits and the number of its right class. With m the largest logit,
 *   −ln softmax(z)[label] = ln Σ exp(z[k] − m) − (z[label] − m),
 * which stays finite and exact even where the probability itself rounds to 0.
 */
export function crossEntropies(logits: Floats, labels: Uint8Array, classes: number): Float64Array {
  const losses = new Float64Array(labels.length)
  for (let image = 0; image < labels.length; image++) {
    const row = image * classes
    const largest = largestOf(logits, row, classes)
    let sum = 0
    for (let k = row; k < row + classes; k++) sum += Math.exp(logits[k]! - largest)
    losses[image] = Math.log(sum) - (logits[row + labels[image]!]! - largest)
  }
  return losses
}

/** The loss of a batch: the mean of its cross-entropies. */
export function meanCrossEntropy(logits: Floats, labels: Uint8Array, classes: number): number {
  return crossEntropies(logits, labels, classes).reduce((sum, loss) => sum + loss, 0) / labels.length
}

/** ∂ mean / ∂ logits, a beautiful result: (probability − 1) / n for the right class, probability / n for the others. */
export function crossEntropyGradient<A extends Floats>(logits: A, labels: Uint8Array, classes: number): A {
  const probabilities = softmax(logits, classes)
  const gradient = zeros(logits, logits.length)
  for (let at = 0; at < logits.length; at++) {
    const isRight = labels[Math.floor(at / classes)] === at % classes
    gradient[at] = (probabilities[at]! - (isRight ? 1 : 0)) / labels.length
  }
  return gradient
}
