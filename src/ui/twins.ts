/** Pictures side by side in a comparison: each has a twin on the other side, is pointed at with it, and shares its scale. */
import { createContext, useContext, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MapCell } from '../paint/mapGrid.ts'

export type Side = 'a' | 'b'

/** What a picture tells the other side. Bars are the columns of one map. */
export type Twin = {
  /** Marks what is pointed at over there; null: nothing is. */
  readonly mark: (cell: MapCell | null) => void
  /** What stands at a place, in words with the number, and the number. */
  readonly read: (cell: MapCell) => { readonly text: string; readonly value: number } | null
  /** The numbers its own scale of a map, or its axis, would reach. */
  readonly reach: (map: number) => Reach | null
  readonly repaint: () => void
  /** The room it has, in device pixels: both are laid out within the smaller, so that values are equally large. */
  readonly room?: () => Room | null
}

export type Room = { readonly width: number; readonly height: number }

export type Reach = { readonly lowest: number; readonly highest: number }

/** One for a comparison. */
export type Board = {
  readonly add: (side: Side, key: string, twin: Twin) => () => void
  readonly on: (side: Side, key: string) => Twin | null
  /** What is pointed at on either side. */
  readonly pointed: StoreApi<{ readonly at: { readonly key: string; readonly cell: MapCell } | null }>
  /** What the axes of charts reach, under side and name. */
  readonly axes: StoreApi<{ readonly reaches: ReadonlyMap<string, Reach> }>
  /** How many parts want a choice of the scale, which a comparison offers once. */
  readonly scaled: StoreApi<{ readonly count: number }>
}

export function createBoard(): Board {
  const twins = new Map<string, Twin>()
  return {
    add(side, key, twin) {
      const name = `${side} ${key}`
      twins.set(name, twin)
      return () => {
        if (twins.get(name) === twin) twins.delete(name)
      }
    },
    on: (side, key) => twins.get(`${side} ${key}`) ?? null,
    pointed: createStore(() => ({ at: null })),
    axes: createStore(() => ({ reaches: new Map() })),
    scaled: createStore(() => ({ count: 0 })),
  }
}

/** On which side a figure stands; `apart`: pointed at together, but of another quantity, such as the difference. */
export type Standing = { readonly board: Board; readonly side: Side; readonly apart: boolean }

/** Null outside of a comparison. */
export const StandingContext = createContext<Standing | null>(null)

export type Twins = {
  /** Says on both sides what is pointed at. */
  readonly point: (cell: MapCell | null) => void
  /** What the twin's numbers reach, where both share a scale. */
  readonly reach: (map: number) => Reach | null
  readonly room: () => Room | null
  /** Has the twin laid out and painted anew. */
  readonly renew: () => void
}

/** Joins a picture with that of the same `key` on the other side; null outside of a comparison. */
export function useTwins(key: string, twin: Twin): Twins | null {
  const standing = useContext(StandingContext)
  const latest = useRef(twin)
  latest.current = twin
  useEffect(() => {
    if (!standing) return
    const { board, side, apart } = standing
    const remove = board.add(side, key, {
      mark: (cell) => latest.current.mark(cell),
      read: (cell) => latest.current.read(cell),
      reach: (map) => (apart ? null : latest.current.reach(map)),
      repaint: () => latest.current.repaint(),
      room: () => latest.current.room?.() ?? null,
    })
    board.on(otherSide(side), key)?.repaint()
    return remove
  }, [standing, key])
  return useMemo(() => {
    if (!standing) return null
    const { board, side, apart } = standing
    const twinNow = () => board.on(otherSide(side), key)
    return {
      point(cell) {
        twinNow()?.mark(cell)
        board.pointed.setState({ at: cell && { key, cell } })
      },
      reach: (map) => (apart ? null : (twinNow()?.reach(map) ?? null)),
      room: () => twinNow()?.room?.() ?? null,
      renew: () => twinNow()?.repaint(),
    }
  }, [standing, key])
}

/** What the picture of `key` on the other side reaches: for a legend that stands beside its picture. */
export function useReachBeside(key: string): (map: number) => Reach | null {
  const standing = useContext(StandingContext)
  return useMemo(
    () => (map) => {
      if (!standing || standing.apart) return null
      return standing.board.on(otherSide(standing.side), key)?.reach(map) ?? null
    },
    [standing, key],
  )
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a'
}

/** From the lowest to the highest of both. */
export function joined(own: Reach, other: Reach | null): Reach {
  return {
    lowest: Math.min(own.lowest, other?.lowest ?? own.lowest),
    highest: Math.max(own.highest, other?.highest ?? own.highest),
  }
}

/** Leaves the choice of the scale to the comparison, while `isMeant`; whether it does. */
export function useLentScale(isMeant: boolean): boolean {
  const scaled = useContext(StandingContext)?.board.scaled
  useEffect(() => {
    if (!scaled || !isMeant) return
    scaled.setState(({ count }) => ({ count: count + 1 }))
    return () => scaled.setState(({ count }) => ({ count: count - 1 }))
  }, [scaled, isMeant])
  return scaled !== undefined
}

/** What an axis of a chart reaches on both sides: `own` where there is no other; null where nothing is to be shown. */
export function useSharedReach(key: string, own: Reach | null): Reach | null {
  const standing = useContext(StandingContext)
  const nobody = useMemo(() => createBoard().axes, [])
  const axes = standing?.board.axes ?? nobody
  const side = standing?.side ?? 'a'
  const { reaches } = useStore(axes)
  const isApart = standing?.apart ?? false
  const lowest = own?.lowest
  const highest = own?.highest
  useEffect(() => {
    if (isApart || lowest === undefined || highest === undefined) return
    const set = (change: (reaches: Map<string, Reach>) => void) =>
      axes.setState((before) => {
        const next = new Map(before.reaches)
        change(next)
        return { reaches: next }
      })
    set((next) => next.set(`${side} ${key}`, { lowest, highest }))
    return () => set((next) => next.delete(`${side} ${key}`))
  }, [axes, side, key, isApart, lowest, highest])
  const other = reaches.get(`${otherSide(side)} ${key}`) ?? null
  if (isApart) return own
  if (!own || !standing) return own ?? other
  return joined(own, other)
}
