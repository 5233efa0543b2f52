/**
 * Adam (Kingma and Ba 2014): each weight moves against its gradient's running mean, measured in units of how large
 * that gradient usually is, so that about `learningRate` is the length of every weight's step.
 *
 *   m ← β₁ m + (1 − β₁) g         v ← β₂ v + (1 − β₂) g²
 *   w ← w − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 *
 * The divisions by 1 − βᵗ undo the pull towards the zeros that m and v start from.
 */
import type { Floats } from './floats.ts'

export type AdamOptions = {
  readonly learningRate: number
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
}

/** The values one variable keeps, all of the same length: weights w, first moment m, second moment v. */
export type AdamState<A extends Floats> = { readonly w: A; readonly m: A; readonly v: A }

/** Update number `t` (the first is 1): changes m and v in place and writes the new weights to `newW`, which may be w. */
export function adamUpdate<A extends Floats>(
  { w, m, v }: AdamState<A>,
  gradient: A,
  options: AdamOptions & { readonly t: number; readonly newW: A },
): void {
  const { learningRate, beta1, beta2, epsilon, t, newW } = options
  const meanCorrection = 1 / (1 - beta1 ** t)
  const squareCorrection = 1 / (1 - beta2 ** t)
  for (let at = 0; at < w.length; at++) {
    const g = gradient[at]!
    const mean = beta1 * m[at]! + (1 - beta1) * g
    const square = beta2 * v[at]! + (1 - beta2) * g * g
    m[at] = mean
    v[at] = square
    newW[at] =
      w[at]! - (learningRate * mean * meanCorrection) / (Math.sqrt(square * squareCorrection) + epsilon)
  }
}
