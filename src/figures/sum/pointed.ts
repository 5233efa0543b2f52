/** The place of a window that all of its number grids show: by pointer or arrow keys. */
import { useMemo } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type PointedStore = StoreApi<{ readonly index: number | null }>

export function usePointed(): PointedStore {
  return useMemo(() => createStore<{ readonly index: number | null }>(() => ({ index: null })), [])
}
