/** Which kept step goes when the tape is full. */

/** The measure of the tape: a step counts as much as it is far from the beginning, so that the beginning stays dense. */
const place = (step: number) => Math.log(step + 1)

/**
 * The place in `steps` (in step order) of the one whose loss leaves the smallest gap, seen from the beginning of the run; of equals the
 * latest. Never the first and never the newest; null where only these are left.
 */
export function placeToDrop(steps: readonly number[]): number | null {
  let found: number | null = null
  let smallest = Number.POSITIVE_INFINITY
  for (let at = 1; at < steps.length - 1; at++) {
    const gap = place(steps[at + 1]!) - place(steps[at - 1]!)
    if (gap > smallest) continue
    found = at
    smallest = gap
  }
  return found
}
