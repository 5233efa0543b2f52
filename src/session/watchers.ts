/** Which taps somebody on the page looks at. */
import type { PlaneName } from '../network/derivedTaps.ts'

export type Watchers = {
  /** Counts these taps as watched until the returned function is called. */
  readonly watch: (taps: readonly PlaneName[]) => () => void
  /** Each once. */
  readonly taps: () => readonly PlaneName[]
}

/** `changed` is called with each change, also where it cancels out with the next. */
export function createWatchers(changed: () => void): Watchers {
  const counts = new Map<PlaneName, number>()
  return {
    watch(taps) {
      for (const tap of taps) counts.set(tap, (counts.get(tap) ?? 0) + 1)
      changed()
      let watching = true
      return () => {
        if (!watching) return
        watching = false
        for (const tap of taps) {
          const left = (counts.get(tap) ?? 1) - 1
          if (left === 0) counts.delete(tap)
          else counts.set(tap, left)
        }
        changed()
      }
    },
    taps: () => [...counts.keys()],
  }
}
