/** Taking hold of something in a grid of cells. */
import type { MapCell } from '../paint/mapGrid.ts'

/** Where a hand holds what stands at `stands`: nowhere but in its middle, if it was pressed further off. */
export function gripOf(pressed: MapCell, stands: MapCell, reach: number) {
  const rows = pressed.row - stands.row
  const columns = pressed.column - stands.column
  const isHeld = pressed.map === stands.map && Math.max(Math.abs(rows), Math.abs(columns)) <= reach
  return isHeld ? { rows, columns } : { rows: 0, columns: 0 }
}
