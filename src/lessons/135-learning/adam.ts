/** Adam's arithmetic for one weight, from the real numbers of a step. */
import { training } from '../../network/spec.ts'
import type { AnatomyPlane } from '../../protocol/anatomy.ts'
import type { Anatomy } from '../../session/slowMotion.ts'
import { indexOf, type Place } from './variables.ts'

export type AdamParts = {
  /** Number of the update. */
  readonly t: number
  readonly g: number
  /** Moments and weight before and after: what the network holds. */
  readonly m: number
  readonly v: number
  readonly w: number
  readonly mAfter: number
  readonly vAfter: number
  readonly wAfter: number
  /** β₁ m, (1 − β₁) g, and the same for the squares. */
  readonly keptM: number
  readonly addedM: number
  readonly keptV: number
  readonly addedV: number
  /** What the moments are divided by. */
  readonly correctionM: number
  readonly correctionV: number
  readonly meanHat: number
  readonly squareHat: number
  /** −η m̂ / (√v̂ + ε). */
  readonly update: number
}

/** Null while there is no slow step. */
export function adamParts(anatomy: Anatomy | null, place: Place): AdamParts | null {
  const { learningRate, beta1, beta2, epsilon } = training
  const at = indexOf(place)
  const value = (part: '' | '/gradient' | '/m' | '/v' | '/after' | '/m/after' | '/v/after') => {
    const name: AnatomyPlane = `${place.variable}/weights${part}`
    return anatomy?.planes.get(name)?.values[at] ?? 0
  }
  if (!anatomy) return null
  const t = anatomy.step
  const [g, m, v, mAfter, vAfter] = [
    value('/gradient'),
    value('/m'),
    value('/v'),
    value('/m/after'),
    value('/v/after'),
  ]
  const [correctionM, correctionV] = [1 - beta1 ** t, 1 - beta2 ** t]
  const [meanHat, squareHat] = [mAfter / correctionM, vAfter / correctionV]
  return {
    t,
    g,
    m,
    v,
    w: value(''),
    mAfter,
    vAfter,
    wAfter: value('/after'),
    keptM: beta1 * m,
    addedM: (1 - beta1) * g,
    keptV: beta2 * v,
    addedV: (1 - beta2) * g * g,
    correctionM,
    correctionV,
    meanHat,
    squareHat,
    update: (-learningRate * meanHat) / (Math.sqrt(squareHat) + epsilon),
  }
}

/** Powers of ten for people: the exponent with which the largest of these numbers has one digit before the decimal sign. */
export function exponentFor(numbers: readonly number[]): number {
  const largest = numbers.reduce((so, value) => Math.max(so, Math.abs(value)), 0)
  return largest > 0 && Number.isFinite(largest) ? Math.floor(Math.log10(largest)) : 0
}
