/** Going from layer to layer without losing the place. */
import type { MapCell, MapShape } from '../../paint/mapGrid.ts'
import type { FieldTap } from '../../sums/receptiveField.ts'

/** The taps whose cells see something. */
export type SeeingTap = Exclude<FieldTap, 'input'>

/** What the cells of `tap` read. */
export function tapBelow(tap: SeeingTap): Exclude<FieldTap, 'pool2'> {
  const below = { conv1: 'input', pool1: 'conv1', conv2: 'pool1', pool2: 'conv2' } as const
  return below[tap]
}

/** The cell of another layer over the same part of the digit; the map stays where there is one of its number. */
export function sameGround({ map, row, column }: MapCell, from: MapShape, to: MapShape): MapCell {
  const middle = (at: number, side: number, other: number) => Math.floor(((at + 0.5) * other) / side)
  return {
    map: Math.min(map, to.mapCount - 1),
    row: middle(row, from.mapHeight, to.mapHeight),
    column: middle(column, from.mapWidth, to.mapWidth),
  }
}
