/** What a dropout mask did to the neurons of one frame. */
import type { Plane } from '../../math/plane.ts'

export type DropoutCounts = {
  /** Neurons that the mask switched off. */
  readonly off: number
  /** Neurons that were above zero. */
  readonly active: number
  /** Those of them that the mask switched off: only here something is lost. */
  readonly activeOff: number
}

/**
 * @param fc1 before dropout, [1024]
 * @param mask the factor of each neuron: 0, or 1 / keep probability
 */
export function countDropped(fc1: Plane, mask: Float32Array): DropoutCounts {
  let off = 0
  let active = 0
  let activeOff = 0
  for (const [neuron, factor] of mask.entries()) {
    const isActive = fc1.values[neuron] > 0
    if (factor === 0) off++
    if (isActive) active++
    if (isActive && factor === 0) activeOff++
  }
  return { off, active, activeOff }
}

/**
 * Whether `after` is `before` times `mask`, within single precision. The mask is drawn anew on the page, from the same
 * seed as in the run; while a new run begins, seed and frame can be of two different runs, and nothing is shown.
 */
export function maskFits(before: Plane, mask: Float32Array, after: Plane): boolean {
  return mask.every((factor, neuron) => {
    const expected = before.values[neuron] * factor
    return Math.abs(after.values[neuron] - expected) <= 1e-4 * Math.abs(expected)
  })
}
