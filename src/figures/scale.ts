/** What number stands at the end of a colour scale: that of this map, of this layer, or of the whole network. */
import { createStore } from 'zustand/vanilla'
import type { Plane } from '../math/plane.ts'
import { type TapName, tapShapes } from '../network/spec.ts'
import type { ScaleKind } from '../paint/color.ts'
import { largestMagnitude, type MapShape } from '../paint/mapGrid.ts'

export type ScaleScope = 'map' | 'layer' | 'network'

/** One choice for the whole page: pictures of different lessons stay comparable. `layer` lets dead maps look dead. */
export const scaleScope = createStore<{ readonly scope: ScaleScope }>(() => ({ scope: 'layer' }))

/** Weights, biases, pre-activations and logits have a sign; pixels, activations after ReLU and probabilities have not. */
export function kindOf(tap: TapName): ScaleKind {
  return /\/(weights|bias|pre)$/.test(tap) || tap === 'fc2' ? 'signed' : 'unsigned'
}

/** How a tap is cut into maps: the last axis counts them (with the input channel, for filters). Vectors become one map. */
export function mapShapeOf(tap: TapName): MapShape {
  const shape: readonly number[] = tapShapes[tap]
  if (shape.length === 4) return { mapHeight: shape[0], mapWidth: shape[1], mapCount: shape[2] * shape[3] }
  if (shape.length === 3) return { mapHeight: shape[0], mapWidth: shape[1], mapCount: shape[2] }
  if (shape.length === 2) return { mapHeight: shape[0], mapWidth: shape[1], mapCount: 1 }
  const side = Math.sqrt(shape[0])
  return Number.isInteger(side)
    ? { mapHeight: side, mapWidth: side, mapCount: 1 }
    : { mapHeight: 1, mapWidth: shape[0], mapCount: 1 }
}

/** Quantities that may share one scale: weights with weights, activations with activations, sums before ReLU likewise. */
function quantityOf(tap: TapName): string {
  if (tap === 'input' || tap === 'softmax') return tap
  return /\/(weights|bias|pre)$/.exec(tap)?.[1] ?? (tap === 'fc2' ? 'logits' : 'activations')
}

/**
 * The number at the end of the scale for one map of a tap.
 * @param planes every plane of the same frame; `network` takes the largest among those of the same quantity
 * Pixels and probabilities always end at 1. A plane of zeros ends at 1 too: it is neutral all over.
 */
export function limitOf(
  planes: ReadonlyMap<TapName, Plane>,
  tap: TapName,
  map: number,
  scope: ScaleScope,
): number {
  if (tap === 'input' || tap === 'softmax') return 1
  const plane = planes.get(tap)
  if (!plane) return 1
  switch (scope) {
    case 'map':
      return largestMagnitude(plane, mapShapeOf(tap), map) || 1
    case 'layer':
      return layerLimit(planes, tap, plane) || 1
    case 'network': {
      const quantity = quantityOf(tap)
      const limits = [...planes].map(([other, values]) =>
        quantityOf(other) === quantity ? planeLimit(values) : 0,
      )
      return Math.max(...limits) || 1
    }
    default:
      return scope satisfies never
  }
}

/** Dropout only passes on what fc1 gives: the two are seen side by side, on one scale. */
function layerLimit(planes: ReadonlyMap<TapName, Plane>, tap: TapName, plane: Plane): number {
  const partner = planes.get(tap === 'fc1' ? 'dropout' : 'fc1')
  const isPair = tap === 'fc1' || tap === 'dropout'
  return isPair && partner ? Math.max(planeLimit(plane), planeLimit(partner)) : planeLimit(plane)
}

/** Looked for once per plane, asked for once per map. */
function planeLimit(plane: Plane): number {
  const known = planeLimits.get(plane)
  if (known !== undefined) return known
  const limit = largestMagnitude(plane)
  planeLimits.set(plane, limit)
  return limit
}
const planeLimits = new WeakMap<Plane, number>()
