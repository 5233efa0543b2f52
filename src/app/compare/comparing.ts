/** Two steps, or two runs, side by side: what stands on which side. One for the page, and part of its address. */
import { createStore } from 'zustand/vanilla'
import type { RunId } from '../../protocol/keep.ts'
import type { Side } from '../../ui/twins.ts'

export type Wanted = {
  /** Null: the present run. */
  readonly run: RunId | null
  /** Null: as it is now. */
  readonly step: number | null
}

export type Sides = Readonly<Record<Side, Wanted>>

type Comparing = {
  /** Null while nothing is compared. */
  readonly sides: Sides | null
  /** Other runs of which the views know all they need. */
  readonly known: readonly RunId[]
  /** Beside A: B, or B − A. */
  readonly beside: 'b' | 'difference'
}

export const comparing = createStore<Comparing>(() => ({ sides: null, known: [], beside: 'b' }))

/** Begins with what the page shows, beside how that run began. */
export function openComparison(shown: Wanted): void {
  comparing.setState({ sides: { a: { run: shown.run, step: 0 }, b: shown }, beside: 'b' })
}

export function closeComparison(): void {
  comparing.setState({ sides: null })
}

export function compareWith(side: Side, wanted: Wanted): void {
  const { sides } = comparing.getState()
  if (sides) comparing.setState({ sides: { ...sides, [side]: wanted } })
}

/** B goes with the tape in the dock, as long as it shows the present run: played there, it moves beside A, which stands still. */
export function isWithDock(side: Side, { run }: Wanted): boolean {
  return side === 'b' && run === null
}

/** What is compared, for the address. */
export type WantedPair = readonly [a: Wanted, b: Wanted]

export function wantedPair(): WantedPair | null {
  const { sides } = comparing.getState()
  return sides && [sides.a, sides.b]
}

export function comparePair(pair: WantedPair | null): void {
  comparing.setState({ sides: pair && { a: pair[0], b: pair[1] } })
}

/**
 * Where a side stands that wants `step`: at a kept step, the nearest one, for nothing is known in between. Null: now – what comes
 * after the last kept step of the present run is either now or still to come.
 */
export function stepShown(
  { run, step }: Wanted,
  /** In step order. */
  kept: readonly number[],
): number | null {
  const last = kept.at(-1)
  if (step === null || last === undefined) return null
  if (step > last) return run === null ? null : last
  return kept.reduce((best, one) => (Math.abs(one - step) < Math.abs(best - step) ? one : best), last)
}
