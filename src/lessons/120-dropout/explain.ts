/** What a dropout mask did to the neurons of one frame. */
import type { Plane } from '../../math/plane.ts'
import { answerOf } from '../../math/softmax.ts'

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

export type Scatter = {
  /** The answer of each pass. */
  readonly answers: readonly number[]
  /** How many passes answered with each class; together all of them. */
  readonly counts: readonly number[]
  /** The probability of each class, on average over the passes. */
  readonly means: readonly number[]
}

/** @param passes probabilities, [count, classes] */
export function scatterOf({ shape, values }: Plane): Scatter {
  const [count, classes] = shape
  const answers = Array.from({ length: count }, (_, pass) => answerOf(values, pass * classes, classes))
  const each = Array.from({ length: classes }, (_, digit) => digit)
  return {
    answers,
    counts: each.map((digit) => answers.filter((answer) => answer === digit).length),
    means: each.map((digit) => {
      let sum = 0
      for (let at = digit; at < values.length; at += classes) sum += values[at]
      return sum / count
    }),
  }
}

/** Rows become columns: a class in each row, a pass in each column. */
export function transposed({ shape, values }: Plane): Plane {
  const [rows, columns] = shape
  const turned = Float32Array.from(values, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)])
  return { shape: [columns, rows], values: turned }
}
