/** What a picture of the ribbon shows now, in numbers, for those who cannot see it. */
import type { Plane } from '../../math/plane.ts'
import { answerOf as indexOfLargest } from '../../math/softmax.ts'

export type PlaneSummary = {
  readonly total: number
  /** Maps in which every value is 0 (of a vector: values that are 0). */
  readonly silent: number
  readonly largest: number
}

/** The last axis counts maps, as everywhere in the network; a vector has one value per map. */
export function summarizePlane({ shape, values }: Plane): PlaneSummary {
  const total = shape[shape.length - 1]
  const alive = new Uint8Array(total)
  let largest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0) alive[i % total] = 1
    if (values[i] > largest) largest = values[i]
  }
  return { total, silent: total - alive.reduce((sum, one) => sum + one, 0), largest }
}

/** The class with the largest probability. */
export function answerOf({ values }: Plane): { readonly digit: number; readonly probability: number } {
  const digit = indexOfLargest(values, 0, values.length)
  return { digit, probability: values[digit] }
}
