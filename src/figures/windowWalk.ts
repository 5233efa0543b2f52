/** A window that walks over a map in reading order: played, or moved by hand. Its place is the figure's. */
import { useEffect, useMemo } from 'react'
import type { MapCell } from '../paint/mapGrid.ts'
import { createPosition, type PositionStore } from '../ui/Player.tsx'
import type { CellStore } from './cellStore.ts'

export type WalkedMap = { readonly rows: number; readonly columns: number }

export type WindowWalk = WalkedMap & {
  /** For the player: the number of the value that the window makes, from 0, in reading order. */
  readonly at: PositionStore
  /** How many values of the map are there: so many as the window has made while it is played; all, once a hand moves it. */
  readonly made: () => number
  /** Moves it by hand; beyond the map's edge it stays at it. */
  readonly move: (to: MapCell) => void
}

/** One for a place, which the figures of a comparison have in common. */
const walks = new WeakMap<CellStore, ReturnType<typeof createWindowWalk>>()

/** The same in a component. `size` must stay the same from render to render. */
export function useWindowWalk(chosen: CellStore, size: WalkedMap): WindowWalk {
  const walk = useMemo(() => {
    const walk = walks.get(chosen) ?? createWindowWalk(chosen, size)
    walks.set(chosen, walk)
    return walk
  }, [chosen, size])
  useEffect(() => walk.follow(), [walk])
  return walk
}

export function createWindowWalk(
  chosen: CellStore,
  { rows, columns }: WalkedMap,
): WindowWalk & {
  /** Keeps player and figure at one place, until the function it returns is called. */
  readonly follow: () => () => void
} {
  const numberOf = ({ row, column }: MapCell) => row * columns + column
  const standsAt = () => chosen.getState().cell
  const at = createPosition(numberOf(standsAt()))
  const played = () => Math.floor(at.getState().position)
  let isPlayed = false
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  return {
    rows,
    columns,
    at,
    // Who listens to the figure may hear of a hand before the player does.
    made: () => (isPlayed && played() === numberOf(standsAt()) ? played() + 1 : rows * columns),
    move: ({ map, row, column }) =>
      chosen.hold({ map, row: within(row, rows), column: within(column, columns) }),
    follow() {
      const stopPlayer = at.subscribe(() => {
        if (played() === numberOf(standsAt())) return
        isPlayed = true
        const { map } = standsAt()
        chosen.hold({ map, row: Math.floor(played() / columns), column: played() % columns })
      })
      const stopFigure = chosen.subscribe(({ cell }) => {
        if (played() === numberOf(cell)) return
        isPlayed = false
        at.setState({ position: numberOf(cell) })
      })
      return () => {
        stopPlayer()
        stopFigure()
      }
    },
  }
}
