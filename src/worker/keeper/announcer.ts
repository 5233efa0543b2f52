/** Says what changed at most once a second, and never forgets the last. */
import type { RunHeader } from '../../protocol/keep.ts'

const msBetween = 1000

export function createAnnouncer(say: (runs: readonly RunHeader[]) => void) {
  let waiting: readonly RunHeader[] | null = null
  let isQuiet = false

  function next() {
    isQuiet = false
    if (waiting === null) return
    const runs = waiting
    waiting = null
    offer(runs)
  }

  function offer(runs: readonly RunHeader[]) {
    if (isQuiet) {
      waiting = runs
      return
    }
    isQuiet = true
    say(runs)
    setTimeout(next, msBetween)
  }

  return {
    offer,
    /** What the visitor has done is seen at once. */
    now(runs: readonly RunHeader[]) {
      waiting = null
      say(runs)
    },
  }
}
