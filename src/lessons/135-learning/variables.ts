/** The weights of a layer as pictures: groups of maps, of which one group is shown at a time. */
import type { Plane } from '../../math/plane.ts'
import type { MapCell, MapShape } from '../../paint/mapGrid.ts'
import type { Weight } from '../../protocol/anatomy.ts'
import type { Anatomy } from '../../session/slowMotion.ts'

export const variables = ['conv1', 'conv2', 'fc1', 'fc2'] as const
export type Variable = (typeof variables)[number]

type View = MapShape & {
  /** Filters, neurons or classes; the last axis of the variable, or of what is shown of it. */
  readonly groups: number
}

/** conv1: 32 filters at once. conv2: the 32 slices of a filter. fc1: a neuron's weights over the 64 pooled maps. fc2: a class. */
export const views: Readonly<Record<Variable, View>> = {
  conv1: { groups: 1, mapCount: 32, mapHeight: 5, mapWidth: 5 },
  conv2: { groups: 64, mapCount: 32, mapHeight: 5, mapWidth: 5 },
  fc1: { groups: 16, mapCount: 64, mapHeight: 7, mapWidth: 7 },
  fc2: { groups: 10, mapCount: 1, mapHeight: 32, mapWidth: 32 },
}

/** A weight among those shown. */
export type Place = { readonly variable: Variable; readonly group: number; readonly cell: MapCell }

/** Where it stands in the plane of the anatomy: height, width, map, group. */
export function indexOf({ variable, group, cell }: Place): number {
  const { mapWidth, mapCount, groups } = views[variable]
  return ((cell.row * mapWidth + cell.column) * mapCount + cell.map) * groups + group
}

/** The weight of the network it is: of fc1, only some neurons are shown. */
export function weightOf(anatomy: Anatomy, place: Place): Weight {
  const parameter = `${place.variable}/weights` as const
  const at = indexOf(place)
  const neurons = anatomy.planes.get('fc1/neurons')?.values
  if (place.variable !== 'fc1' || !neurons) return { parameter, at }
  return { parameter, at: Math.floor(at / neurons.length) * 1024 + neurons[at % neurons.length] }
}

/** One group of a variable's plane as maps. */
export function groupOf(plane: Plane, variable: Variable, group: number): Plane {
  const { mapHeight, mapWidth, mapCount, groups } = views[variable]
  if (groups === 1) return { shape: [mapHeight, mapWidth, mapCount], values: plane.values }
  const length = mapHeight * mapWidth * mapCount
  return {
    shape: [mapHeight, mapWidth, mapCount],
    values: Float32Array.from({ length }, (_, i) => plane.values[i * groups + group]),
  }
}

/** The weight with the largest gradient of all, or of one group. */
export function strongest(gradient: Plane, variable: Variable, within?: number): Place {
  const { mapWidth, mapCount, groups } = views[variable]
  const { values } = gradient
  let best = within ?? 0
  const step = within === undefined ? 1 : groups
  for (let at = best; at < values.length; at += step)
    if (Math.abs(values[at]) > Math.abs(values[best])) best = at
  const map = Math.floor(best / groups) % mapCount
  const pixel = Math.floor(best / groups / mapCount)
  return {
    variable,
    group: best % groups,
    cell: { map, row: Math.floor(pixel / mapWidth), column: pixel % mapWidth },
  }
}
