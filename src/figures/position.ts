/** Where the figure on the screen stands; null: where it begins. One for the whole page, and part of its address. */
import { createStore } from 'zustand/vanilla'
import type { MapCell } from '../paint/mapGrid.ts'

export const position = createStore<{ readonly cell: MapCell | null }>(() => ({ cell: null }))
