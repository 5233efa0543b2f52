/**
 * Inverted dropout: each value is kept with probability `keep` and divided by it, or else set to zero. The division
 * makes the expected value what it would be without dropout, so that nothing needs to change when it is off.
 */
import { type Floats, zeros } from './floats.ts'
import { createRandom, derive, type Random, uniform } from './random.ts'

/** Factors to multiply with: 1/`keep` where a value is kept, 0 where it is dropped. One draw each. */
export function dropoutMask(length: number, keep: number, random: Random): Float32Array {
  const mask = new Float32Array(length)
  for (let at = 0; at < length; at++) mask[at] = uniform(random) < keep ? 1 / keep : 0
  return mask
}

/**
 * The mask of the pictures, from a generator of its own so that looking never changes the run. `seed` is the run's
 * seed plus the step: another mask at each step, and the same one for every look at that step.
 */
export function shownDropoutMask(
  length: number,
  { keep, seed }: { readonly keep: number; readonly seed: number },
): Float32Array {
  return dropoutMask(length, keep, createRandom(derive(seed, 'dropout shown')))
}

/** x · mask, value by value: dropout itself, and its gradient too when x is the gradient of its output. */
export function applyMask<A extends Floats>(x: A, mask: Floats): A {
  const y = zeros(x, x.length)
  for (let at = 0; at < x.length; at++) y[at] = x[at]! * mask[at]!
  return y
}
