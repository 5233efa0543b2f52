/** Where the values of a tap stand in its pictures, and back: pictures count cells, sums count places in the network. */
import { type TapName, tapNames, tapShapes } from '../network/spec.ts'
import type { MapCell, MapShape } from '../paint/mapGrid.ts'
import type { Mark } from '../paint/surface.ts'
import type { Site } from '../sums/explanation.ts'

export function isNetworkTap(name: string): name is TapName {
  return tapNames.some((tap) => tap === name)
}

/** The place a cell shows. A vector has no rows: its pictures lay it out in a rectangle of `shape`. */
export function siteOfCell(tap: TapName, cell: MapCell, shape: MapShape): Site {
  const { map, row, column } = cell
  if (!isVector(tap)) return { tap, map, row, column }
  return { tap, map: (map * shape.mapHeight + row) * shape.mapWidth + column, row: 0, column: 0 }
}

export type ShownMaps = {
  readonly shape: MapShape
  /** Which map of the tap a shown map is. */
  readonly mapOf: (shown: number) => number
}

/** A mark in places of the tap, as marks on the maps that a picture shows. */
export function shownMarks(tap: TapName, mark: Mark, { shape, mapOf }: ShownMaps): readonly Mark[] {
  if (isVector(tap)) {
    const { mapWidth, mapHeight } = shape
    const inMap = mark.map % (mapWidth * mapHeight)
    const map = Math.floor(mark.map / (mapWidth * mapHeight))
    return [{ ...mark, map, row: Math.floor(inMap / mapWidth), column: inMap % mapWidth }]
  }
  const shown = Array.from({ length: shape.mapCount }, (_, map) => map)
  return shown.filter((map) => mapOf(map) === mark.map).map((map) => ({ ...mark, map }))
}

function isVector(tap: TapName): boolean {
  return tapShapes[tap].length === 1
}
