/** A question that is answered in a picture: while it waits, the figure's maps of that tap give their cells to it. */
import { createStore } from 'zustand/vanilla'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { MapCell } from '../paint/mapGrid.ts'

type Asking = {
  /** The tap whose picture is asked for; null while nothing is asked. */
  readonly tap: PlaneName | null
  readonly answer: (cell: MapCell) => void
}

const nobody: Asking = { tap: null, answer: () => {} }

export const asking = createStore<Asking>(() => nobody)

/** Asks for a cell of this tap, counted as in the tap itself. The returned function takes the question back. */
export function askForCell(tap: PlaneName, answer: (cell: MapCell) => void): () => void {
  const question: Asking = { tap, answer }
  asking.setState(question)
  return () => {
    if (asking.getState().answer === answer) asking.setState(nobody)
  }
}
