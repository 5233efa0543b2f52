/** What was said of the drawings of this visit. Kept while other lessons are open, gone with the page. */
import { createStore } from 'zustand/vanilla'
import type { Stroke } from '../../figures/drawing/strokes.ts'
import type { Judged } from './explain.ts'

export type Tally = {
  readonly judged: readonly Judged[]
  /** What the last judgement was about: with another stroke it is another drawing. */
  readonly about: readonly Stroke[] | null
}

export const tally = createStore<Tally>(() => ({ judged: [], about: null }))
