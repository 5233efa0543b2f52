/** The place that all pictures of one figure speak of: pointed at in one of them, held by a click. */
import { useMemo } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MapCell } from '../paint/mapGrid.ts'

export type CellState = {
  /** Where the figure stands: the cell pointed at, else the one held. */
  readonly cell: MapCell
  readonly held: MapCell
}

export type CellStore = StoreApi<CellState> & {
  readonly point: (cell: MapCell | null) => void
  readonly hold: (cell: MapCell) => void
}

/** One for a figure, standing at `first` until something is pointed at. */
export function useCellStore(first: MapCell): CellStore {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `first` is only where it starts.
  return useMemo(() => {
    const store = createStore<CellState>(() => ({ cell: first, held: first }))
    return {
      ...store,
      point: (cell) => store.setState(({ held }) => ({ cell: cell ?? held })),
      hold: (cell) => store.setState({ cell, held: cell }),
    }
  }, [])
}
