/**
 * How fast a run goes by the clock on the wall: steps, frames and evaluations together. Only the recent past counts, so
 * that the remaining time follows when the machine grows hot, or has other work.
 */

export type Pace = readonly { readonly atMs: number; readonly step: number }[]

const windowMs = 15_000
/** Where steps are so slow that the window holds fewer, it reaches back over this many. */
const fewestSteps = 3

/** Remembers where the run was at a moment; forgets what is older than the window or lies in another run. */
export function withMoment(pace: Pace, atMs: number, step: number): Pace {
  const sameRun = pace.filter((moment) => moment.step <= step)
  const firstRecent = sameRun.findIndex((moment) => atMs - moment.atMs <= windowMs)
  // -1 while there are fewer steps: then all of them are kept.
  const lastBefore = sameRun.findLastIndex((moment) => moment.step <= step - fewestSteps)
  const from = firstRecent === -1 ? lastBefore : Math.min(firstRecent, lastBefore)
  const kept = sameRun.slice(Math.max(0, from))
  return [...kept, { atMs, step }]
}

/** Milliseconds for `steps` more steps, or null while nothing is known. */
export function msForSteps(pace: Pace, steps: number, msPerStep: number | null): number | null {
  const first = pace[0]
  const last = pace.at(-1)
  const done = first && last ? last.step - first.step : 0
  // The first seconds are too few for an average by the clock: the measured step alone says more.
  if (first && last && done >= fewestSteps) return (steps * (last.atMs - first.atMs)) / done
  return msPerStep === null ? null : steps * msPerStep
}
