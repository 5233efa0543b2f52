/** How fast a run goes by the clock on the wall: steps, frames and evaluations together. */

export type Pace = readonly { readonly atMs: number; readonly step: number }[]

const windowMs = 15_000

/** Remembers where the run was at a moment; forgets what is older than the window or lies in another run. */
export function withMoment(pace: Pace, atMs: number, step: number): Pace {
  const recent = pace.filter((moment) => atMs - moment.atMs <= windowMs && moment.step <= step)
  return [...recent, { atMs, step }]
}

/** Milliseconds for `steps` more steps, or null while nothing is known. */
export function msForSteps(pace: Pace, steps: number, msPerStep: number | null): number | null {
  const first = pace[0]
  const last = pace.at(-1)
  const done = first && last ? last.step - first.step : 0
  // The first seconds are too few for an average by the clock: the measured step alone says more.
  if (first && last && done >= 3) return (steps * (last.atMs - first.atMs)) / done
  return msPerStep === null ? null : steps * msPerStep
}
