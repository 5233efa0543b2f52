/** The place that all pictures of one figure speak of: pointed at in one of them, held by a click. */
import { useEffect } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MapCell, MapShape } from '../paint/mapGrid.ts'
import { useKept } from './kept.ts'
import { position } from './position.ts'

export type CellState = {
  /** Where the figure stands: the cell pointed at, else the one held. */
  readonly cell: MapCell
  readonly held: MapCell
}

export type CellStore = StoreApi<CellState> & {
  readonly point: (cell: MapCell | null) => void
  readonly hold: (cell: MapCell) => void
}

/**
 * One for a figure, standing at `first` until something is pointed at. With `within`, the maps that can be pointed at, the
 * place held is the page's `position`: links, reload and *back* restore it.
 */
export function useCellStore(first: MapCell, within?: MapShape): CellStore {
  const store = useKept(`cell/${JSON.stringify([first, within])}`, () => createCellStore(first, within))
  useEffect(() => store.follow(), [store])
  return store
}

export function createCellStore(
  first: MapCell,
  within?: MapShape,
): CellStore & {
  /** Goes where the page's position goes, until the function it returns is called. */
  readonly follow: () => () => void
} {
  const wanted = () => {
    const { cell } = position.getState()
    return within && cell && isWithin(within, cell) ? cell : first
  }
  const start = wanted()
  const store = createStore<CellState>(() => ({ cell: start, held: start }))
  return {
    ...store,
    point: (cell) => store.setState(({ held }) => ({ cell: cell ?? held })),
    hold: (cell) => {
      store.setState({ cell, held: cell })
      if (within) position.setState({ cell })
    },
    follow: () =>
      position.subscribe(() => {
        const held = wanted()
        if (within && !isSameCell(held, store.getState().held)) store.setState({ cell: held, held })
      }),
  }
}

function isWithin({ mapCount, mapHeight, mapWidth }: MapShape, { map, row, column }: MapCell): boolean {
  return map < mapCount && row >= 0 && row < mapHeight && column >= 0 && column < mapWidth
}

export function isSameCell(one: MapCell | null, other: MapCell | null): boolean {
  return one?.map === other?.map && one?.row === other?.row && one?.column === other?.column
}
