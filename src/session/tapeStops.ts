/** Where one can stand on a tape, in order: at its kept steps, and, of the present run, in the present. Pure. */

/** A kept step; null: the present, whatever its step. */
export type Stop = number | null

/**
 * `present` is the step of the present run: what is kept of it or of later steps (a lost backend goes back) is the present's
 * business. Null for another run, which has no present.
 */
export function stopsOf(kept: readonly number[], present: number | null): readonly Stop[] {
  return present === null ? kept : [...kept.filter((step) => step < present), null]
}

/** The stop so many places further on, or the first or last. From a step that is not kept any more, as from its nearest. */
export function stopAfter(stops: readonly Stop[], at: Stop, by: number): Stop {
  const place = stops.indexOf(nearestStop(stops, at))
  return stops[Math.max(0, Math.min(stops.length - 1, place + by))] ?? null
}

/** `at` itself where one can stand there, else the nearest kept step, of two the earlier; without any, the present. */
export function nearestStop(stops: readonly Stop[], at: Stop): Stop {
  if (at === null || stops.includes(at)) return at
  const kept = stops.filter((stop) => stop !== null)
  return kept.reduce<Stop>(
    (best, stop) => (best === null || Math.abs(stop - at) < Math.abs(best - at) ? stop : best),
    null,
  )
}
