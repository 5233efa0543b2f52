/** Where values stand in pictures, and back: pictures count cells, sums count places of the network. */
import { type ParsedTap, type PlaneName, parseTap, shapeOf } from '../network/derivedTaps.ts'
import { tapShapes } from '../network/spec.ts'
import type { MapCell, MapShape } from '../paint/mapGrid.ts'
import type { Mark } from '../paint/surface.ts'
import type { Site, Version } from '../sums/explanation.ts'

export type ShownMaps = {
  readonly shape: MapShape
  /** Which map of the tap a shown map is. */
  readonly mapOf: (shown: number) => number
}

/**
 * The place a cell of a picture shows; null where it shows no number of the network, such as a contribution.
 * A vector has no rows: its pictures lay it out in a rectangle of `shape`.
 */
export function siteOfCell(name: PlaneName, cell: MapCell, { shape, mapOf }: ShownMaps): Site | null {
  const parsed = parseTap(name)
  const { row, column } = cell
  if (parsed.kind === 'neuron') {
    const [, width, mapCount] = tapShapes.pool2
    const input = (row * width + column) * mapCount + mapOf(cell.map)
    return { tap: 'fc1/weights', map: 0, row: input, column: parsed.neuron }
  }
  if (parsed.kind === 'trace' || parsed.kind === 'passes' || parsed.kind === 'batch') return null
  const { tap } = parsed
  const version = versionOf(parsed)
  const site: Site = isVector(name)
    ? { tap, map: (cell.map * shape.mapHeight + row) * shape.mapWidth + column, row: 0, column: 0 }
    : { tap, map: mapOf(cell.map), row, column }
  return version ? { ...site, version } : site
}

/** A mark in places of the tap, as marks on the maps that a picture shows. */
export function shownMarks(name: PlaneName, mark: Mark, { shape, mapOf }: ShownMaps): readonly Mark[] {
  if (isVector(name)) {
    const { mapWidth, mapHeight } = shape
    const inMap = mark.map % (mapWidth * mapHeight)
    const map = Math.floor(mark.map / (mapWidth * mapHeight))
    return [{ ...mark, map, row: Math.floor(inMap / mapWidth), column: inMap % mapWidth }]
  }
  const shown = Array.from({ length: shape.mapCount }, (_, map) => map)
  return shown.filter((map) => mapOf(map) === mark.map).map((map) => ({ ...mark, map }))
}

function isVector(name: PlaneName): boolean {
  return shapeOf(name).length === 1
}

function versionOf(parsed: ParsedTap): Version | null {
  if (parsed.kind === 'shift') return `shift/${parsed.right},${parsed.down}`
  return parsed.kind === 'first' || parsed.kind === 'without-relu' ? parsed.kind : null
}
