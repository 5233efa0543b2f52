/** How the number came about that a figure stands at, of the newest frame: worked out once, whoever reads it. */
import { useMemo } from 'react'
import type { TapName } from '../network/spec.ts'
import type { MapCell } from '../paint/mapGrid.ts'
import type { Frame } from '../session/frames.ts'
import { useRunHandle } from '../session/useRun.ts'
import { explain } from '../sums/explain.ts'
import type { Explanation } from '../sums/explanation.ts'
import type { CellStore } from './cellStore.ts'
import { bothOf, type Followed } from './tapSource.ts'

type Kind = Explanation['kind']
export type CellSum<K extends Kind> = Followed & {
  /** Null while the frame does not hold what the sum needs: the lesson watches that. */
  readonly read: () => Extract<Explanation, { kind: K }> | null
  readonly frame: () => Frame | null
}

/** @param kind what sums of this tap are */
export function useCellSum<K extends Kind>(chosen: CellStore, tap: TapName, kind: K): CellSum<K> {
  const { frames, store } = useRunHandle()
  return useMemo(() => {
    type Known = Extract<Explanation, { kind: K }>
    let frame: Frame | null = null
    let cell: MapCell | null = null
    let known: Known | null = null
    const isOne = (explanation: Explanation): explanation is Known => explanation.kind === kind
    return {
      subscribe: bothOf(frames, chosen).subscribe,
      frame: () => frames.latest(),
      read() {
        const latest = frames.latest()
        const now = chosen.getState().cell
        if (latest && (latest !== frame || now !== cell)) {
          frame = latest
          cell = now
          const explanation = explain({ tap, ...now }, { ...latest, seed: store.getState().settings.seed })
          known = explanation && isOne(explanation) ? explanation : null
        }
        return known
      },
    }
  }, [frames, store, chosen, tap, kind])
}
