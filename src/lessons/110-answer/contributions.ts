/** How 1,024 neurons make one logit, or the lead of one logit over another. */
import type { Plane } from '../../math/plane.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'

export type Contribution = {
  /** From 0. */
  readonly neuron: number
  readonly value: number
  /** To the class asked for; where two are compared, the difference of their weights. */
  readonly weight: number
  readonly product: number
}

export type LogitSum = {
  readonly contributions: readonly Contribution[]
  /** The strongest that raise the logit, strongest first. */
  readonly raising: readonly Contribution[]
  /** The strongest that lower it, strongest first. */
  readonly lowering: readonly Contribution[]
  /** All others that are not zero, and how many neurons contribute nothing. */
  readonly rest: { readonly count: number; readonly sum: number; readonly zeros: number }
  readonly bias: number
  /** The logit as the frame holds it, or the difference of two. */
  readonly total: number
}

type Planes = ReadonlyMap<PlaneName, Plane>

/**
 * Logit k is Σ over neurons of fc1[n] · w[n, k], plus b[k]. Null while a plane is missing.
 * @param against a class to compare with: all numbers are then differences, its part taken off
 * @param shown how many of each sign are listed
 */
export function logitSum(
  planes: Planes,
  {
    digit,
    against,
    shown,
  }: { readonly digit: number; readonly against: number | null; readonly shown: number },
): LogitSum | null {
  const values = planes.get('fc1')?.values
  const weights = planes.get('fc2/weights')
  const biases = planes.get('fc2/bias')?.values
  const logits = planes.get('fc2')?.values
  if (!values || !weights || !biases || !logits) return null
  const classes = weights.shape[1]
  const difference = (of: (digit: number) => number) => of(digit) - (against === null ? 0 : of(against))
  const contributions = Array.from(values, (value, neuron): Contribution => {
    const weight = difference((k) => weights.values[neuron * classes + k])
    return { neuron, value, weight, product: value * weight }
  })
  const sorted = contributions.filter(({ product }) => product !== 0).sort((a, b) => b.product - a.product)
  const raising = sorted.filter(({ product }) => product > 0).slice(0, shown)
  const lowering = sorted
    .filter(({ product }) => product < 0)
    .slice(-shown)
    .reverse()
  const listed = new Set([...raising, ...lowering])
  const others = sorted.filter((contribution) => !listed.has(contribution))
  return {
    contributions,
    raising,
    lowering,
    rest: {
      count: others.length,
      sum: others.reduce((sum, { product }) => sum + product, 0),
      zeros: contributions.length - sorted.length,
    },
    bias: difference((k) => biases[k]),
    total: difference((k) => logits[k]),
  }
}
