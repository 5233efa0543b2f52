/** Shares of a second, as they are printed. Pure. */
import type { BusyReport, WorkKind } from '../../../protocol/busy.ts'

/** In the order of the list, work first. */
export const workKinds = [
  'updates',
  'frames',
  'evaluations',
  'recording',
  'studies',
  'other',
  'waiting',
] as const satisfies readonly WorkKind[]

/** Whole percents that add up to 100: the rest of rounding down goes to those that lost most by it. */
export function printedShares({ spentMs, spanMs }: BusyReport): Record<WorkKind, number> {
  const exact = workKinds.map((kind) => ({ kind, percent: spanMs > 0 ? (100 * spentMs[kind]) / spanMs : 0 }))
  const whole = new Map(exact.map(({ kind, percent }) => [kind, Math.floor(percent)]))
  let missing = Math.round(exact.reduce((sum, { percent }) => sum + percent, 0)) - sumOf(whole.values())
  const byLoss = exact.toSorted((one, other) => (other.percent % 1) - (one.percent % 1))
  for (const { kind } of byLoss) {
    if (missing-- <= 0) break
    whole.set(kind, (whole.get(kind) ?? 0) + 1)
  }
  return Object.fromEntries(workKinds.map((kind) => [kind, (whole.get(kind) ?? 0) / 100])) as Record<
    WorkKind,
    number
  >
}

function sumOf(values: Iterable<number>): number {
  return [...values].reduce((sum, value) => sum + value, 0)
}
