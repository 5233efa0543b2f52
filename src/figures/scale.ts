/** What number stands at the end of a colour scale: that of this map, of this layer, or of the whole network. */
import { createStore } from 'zustand/vanilla'
import type { Plane } from '../math/plane.ts'
import { type PlaneName, parseTap, shapeOf, tapOf } from '../network/derivedTaps.ts'
import type { ScaleKind } from '../paint/color.ts'
import { largestMagnitude, type MapShape } from '../paint/mapGrid.ts'
import { isDifference, planesBeside } from '../session/pair.ts'

export type ScaleScope = 'map' | 'layer' | 'network'

/** One choice for the whole page: pictures of different lessons stay comparable. `layer` lets dead maps look dead. */
export const scaleScope = createStore<{ readonly scope: ScaleScope }>(() => ({ scope: 'layer' }))

/** The kind of scale for a plane of these: a difference of anything has a sign. */
export function kindIn(planes: ReadonlyMap<PlaneName, Plane> | undefined, name: PlaneName): ScaleKind {
  return planes && isDifference(planes) ? 'signed' : kindOf(name)
}

/** Weights, biases, pre-activations and logits have a sign; pixels, activations after ReLU and probabilities have not. */
export function kindOf(name: PlaneName): ScaleKind {
  const { kind } = parseTap(name)
  const tap = tapOf(name)
  if (kind === 'trace' || kind === 'neuron') return 'signed'
  if (kind === 'without-relu' && tap !== 'input' && tap !== 'softmax') return 'signed'
  return /\/(weights|bias|pre)$/.test(tap) || tap === 'fc2' ? 'signed' : 'unsigned'
}

/** How a tap is cut into maps: the last axis counts them (with the input channel, for filters). Vectors become one map. */
export function mapShapeOf(name: PlaneName): MapShape {
  const shape = shapeOf(name)
  if (shape.length === 4) return { mapHeight: shape[0], mapWidth: shape[1], mapCount: shape[2] * shape[3] }
  if (shape.length === 3) return { mapHeight: shape[0], mapWidth: shape[1], mapCount: shape[2] }
  if (shape.length === 2) return { mapHeight: shape[0], mapWidth: shape[1], mapCount: 1 }
  const side = Math.sqrt(shape[0])
  return Number.isInteger(side)
    ? { mapHeight: side, mapWidth: side, mapCount: 1 }
    : { mapHeight: 1, mapWidth: shape[0], mapCount: 1 }
}

/** Quantities that may share one scale: weights with weights, activations with activations, sums before ReLU likewise. */
function quantityOf(name: PlaneName): string {
  const { kind } = parseTap(name)
  const tap = tapOf(name)
  if (kind === 'trace' || kind === 'without-relu') return kind
  if (tap === 'input' || tap === 'softmax') return tap
  return /\/(weights|bias|pre)$/.exec(tap)?.[1] ?? (tap === 'fc2' ? 'logits' : 'activations')
}

/** Versions of one tap are there to be compared: now and at step 0, where it is and moved, with dropout and without. */
function versionOf(name: PlaneName): string {
  const { kind } = parseTap(name)
  const tap = tapOf(name)
  if (kind === 'first' || kind === 'shift' || kind === 'tap') return tap === 'dropout' ? 'fc1' : tap
  return name
}

/**
 * The number at the end of the scale for one map of a tap.
 * @param planes every plane of the same frame; `map` and `layer` take the largest among the versions of this tap (now, at
 * step 0, moved), so that they can be compared; `network` among all of the same quantity
 * Pixels and probabilities always end at 1, but not their differences. A plane of zeros ends at 1 too: it is neutral all over.
 * In a comparison the scale is that of both sides: it ends at the larger of the two numbers.
 */
export function limitOf(
  planes: ReadonlyMap<PlaneName, Plane>,
  name: PlaneName,
  map: number,
  scope: ScaleScope,
): number {
  const quantity = quantityOf(name)
  if ((quantity === 'input' || quantity === 'softmax') && !isDifference(planes)) return 1
  if (!planes.has(name)) return 1
  const beside = planesBeside(planes)
  if (scope === 'map' || beside !== null) return limitAmong([...planes, ...(beside ?? [])], name, map, scope)
  // The same for all maps, each of which asks in each painting.
  const known = limits.get(planes) ?? new Map<string, number>()
  const key = `${scope} ${name}`
  const limit = known.get(key) ?? limitAmong([...planes], name, map, scope)
  limits.set(planes, known.set(key, limit))
  return limit
}
const limits = new WeakMap<ReadonlyMap<PlaneName, Plane>, Map<string, number>>()

function limitAmong(
  all: readonly (readonly [PlaneName, Plane])[],
  name: PlaneName,
  map: number,
  scope: ScaleScope,
): number {
  const quantity = quantityOf(name)
  const largestOf = (isOne: (other: PlaneName) => boolean) =>
    Math.max(...all.map(([other, values]) => (isOne(other) ? planeLimit(values) : 0))) || 1
  const isVersion = (other: PlaneName) => versionOf(other) === versionOf(name)
  switch (scope) {
    case 'map': {
      const shape = mapShapeOf(name)
      const ofMap = (values: Plane) => largestMagnitude(values, shape, map)
      return Math.max(...all.map(([other, values]) => (isVersion(other) ? ofMap(values) : 0))) || 1
    }
    case 'layer':
      return largestOf(isVersion)
    case 'network':
      return largestOf((other) => quantityOf(other) === quantity)
    default:
      return scope satisfies never
  }
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
