/** The number of which the page shows how it came about; null: none. One for the whole page, and part of its address. */
import { createStore } from 'zustand/vanilla'
import type { Site } from './explanation.ts'

export const openSum = createStore<{ readonly site: Site | null }>(() => ({ site: null }))
