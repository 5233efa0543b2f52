/** Taking hold of something in a grid of cells. */
import type { MapCell } from '../paint/mapGrid.ts'

/** A press puts what stands in the picture there, arrow keys move it by one cell; where it `drags`, it can be pulled. */
export type Hand = {
  readonly at: () => MapCell
  readonly move: (to: MapCell) => void
  /** It is taken hold of so many cells around where it stands; a press elsewhere puts it there first. */
  readonly drags?: { readonly reach: number }
  /** Arrow keys move it by so many cells; 1 where left out. */
  readonly stride?: number
}

/** Where a hand holds what stands at `stands`: nowhere but in its middle, if it was pressed further off. */
export function gripOf(pressed: MapCell, stands: MapCell, reach: number) {
  const rows = pressed.row - stands.row
  const columns = pressed.column - stands.column
  const isHeld = pressed.map === stands.map && Math.max(Math.abs(rows), Math.abs(columns)) <= reach
  return isHeld ? { rows, columns } : { rows: 0, columns: 0 }
}
