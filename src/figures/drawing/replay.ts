/** A drawing that draws itself again, at the pace at which it was drawn. Pure. */
import type { Stroke } from './strokes.ts'

/** Somebody who thinks between two strokes is not waited for any longer. */
export const longestPauseMs = 600

/** When each stroke begins, in milliseconds from the start; the time of strokes is what it was, pauses are shortened. */
function beginnings(strokes: readonly Stroke[]): readonly number[] {
  let atMs = 0
  let endedMs: number | null = null
  return strokes.map(({ points }) => {
    const first = points[0]?.ms ?? 0
    const last = points.at(-1)?.ms ?? first
    if (endedMs !== null) atMs += Math.min(longestPauseMs, Math.max(0, first - endedMs))
    const begin = atMs
    atMs += last - first
    endedMs = last
    return begin
  })
}

/** Milliseconds from the first point to the last. */
export function replayMs(strokes: readonly Stroke[]): number {
  const last = strokes.at(-1)?.points
  const begin = beginnings(strokes).at(-1) ?? 0
  return last?.length ? begin + last[last.length - 1].ms - last[0].ms : 0
}

/** What was on the paper `atMs` after the start. `whole`: strokes appear at once when they are finished. */
export function strokesAt(
  strokes: readonly Stroke[],
  atMs: number,
  { whole }: { readonly whole: boolean },
): readonly Stroke[] {
  const begins = beginnings(strokes)
  return strokes.flatMap(({ tool, points }, index) => {
    const offset = begins[index] - (points[0]?.ms ?? 0)
    const there = points.filter(({ ms }) => ms + offset <= atMs)
    const isShown = whole ? there.length === points.length : there.length > 0
    return isShown ? [{ tool, points: there }] : []
  })
}
