/** The three layers with a ReLU, with it and without. */
import { mapShapeOf } from '../../figures/scale.ts'
import type { Plane } from '../../math/plane.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'
import type { MapShape } from '../../paint/mapGrid.ts'

export const reluLayers = ['conv1', 'conv2', 'fc1'] as const
export type ReluLayer = (typeof reluLayers)[number]

/** What the figure looks at: a layer, and whether the network has its ReLUs. */
export type Looked = {
  readonly layer: ReluLayer
  readonly hasRelu: boolean
  readonly before: PlaneName
  readonly after: PlaneName
  readonly shape: MapShape
  /** Neurons without a place in an image: all of them are one picture. */
  readonly isVector: boolean
}

export function lookedAt(layer: ReluLayer, hasRelu: boolean): Looked {
  const shape = mapShapeOf(layer)
  const isVector = layer === 'fc1'
  return hasRelu
    ? { layer, hasRelu, before: `${layer}/pre`, after: layer, shape, isVector }
    : { layer, hasRelu, before: `without-relu/${layer}/pre`, after: `without-relu/${layer}`, shape, isVector }
}

/** The values of one map, row by row. */
export function mapValues({ values }: Plane, { mapCount, mapHeight, mapWidth }: MapShape, map: number) {
  return Float32Array.from({ length: mapHeight * mapWidth }, (_, at) => values[at * mapCount + map])
}
