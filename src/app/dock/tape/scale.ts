/**
 * Where a step stands on the track of the tape. Its scale is the cube root of the step: most is kept at the beginning, where most
 * happens, and with equal room for each step the first hundred would be a hair's breadth. Pure.
 */
import { type Stop, stopAfter } from '../../../session/tapeStops.ts'

/** 0 … 1 from step 0 to the limit. */
export function shareOf(step: number, limit: number): number {
  return limit > 0 ? Math.cbrt(Math.min(step, limit) / limit) : 0
}

/** Where to stand when a hand is at `share` of the track: at the stop that is drawn nearest. `present` is the step of now. */
export function stopAt(share: number, stops: readonly Stop[], { present, limit }: Ends): Stop {
  let [best, least] = [stops[0] ?? null, Number.POSITIVE_INFINITY]
  for (const stop of stops) {
    const distance = Math.abs(shareOf(stop ?? present, limit) - share)
    // Of two at one place the later: at its end a tape is the present.
    if (distance <= least) [best, least] = [stop, distance]
  }
  return best
}

export type Ends = { readonly present: number; readonly limit: number }

/** Steps that are written under the track: powers of ten and the limit, as far as `room` (a share) lies between them. */
export function labelledSteps(limit: number, room: number): readonly number[] {
  const steps = [0]
  for (let step = 10; step < limit; step *= 10) {
    const share = shareOf(step, limit)
    const before = shareOf(steps.at(-1) ?? 0, limit)
    if (share - before >= room && 1 - share >= room) steps.push(step)
  }
  return [...steps, limit]
}

/** Where a key leads from `at`; null: nowhere. Without Shift the page keys are the clicker's: they turn the lesson. */
export function stopForKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  stops: readonly Stop[],
  at: Stop,
): { readonly stop: Stop } | null {
  const arrow = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key]
  const page = shiftKey ? { PageUp: 1, PageDown: -1 }[key] : undefined
  if (page !== undefined) return { stop: stopAfter(stops, at, page * stopsPerPage) }
  if (arrow !== undefined) return { stop: stopAfter(stops, at, shiftKey ? arrow * stopsPerPage : arrow) }
  if (key === 'Home') return { stop: stops[0] ?? null }
  if (key === 'End') return { stop: stops.at(-1) ?? null }
  return null
}
const stopsPerPage = 5
