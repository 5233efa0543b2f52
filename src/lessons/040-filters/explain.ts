/** The 32 filters before and after: what the seed made, what training made of it, and how the weights are spread. */
import type { Plane } from '../../math/plane.ts'
import { sizeOf } from '../../math/plane.ts'
import { createRandom, derive, truncatedNormal } from '../../math/random.ts'
import { tapShapes, training } from '../../network/spec.ts'
import { largestMagnitude, type MapShape } from '../../paint/mapGrid.ts'

export const filterShape: MapShape = { mapCount: 32, mapHeight: 5, mapWidth: 5 }

/**
 * The weights of the first convolution at step 0, [5, 5, 1, 32]. They are the first that a run draws from its seed,
 * so nothing else need be drawn; a test holds this against the network's own.
 */
export function initialFilters(seed: number): Plane {
  const shape = tapShapes['conv1/weights']
  const random = createRandom(derive(seed, 'weights'))
  const values = new Float32Array(sizeOf(shape))
  for (let i = 0; i < values.length; i++) values[i] = training.initialDeviation * truncatedNormal(random)
  return { shape, values }
}

/** The end of a scale that both pictures share: of one filter, or of all where `filter` is null. */
export function sharedLimit(one: Plane, other: Plane, filter: number | null): number {
  const of = (plane: Plane) =>
    filter === null ? largestMagnitude(plane) : largestMagnitude(plane, filterShape, filter)
  return Math.max(of(one), of(other)) || 1
}

export type Histogram = {
  /** Weights in each bin, from the most negative to the most positive; bins are as many on both sides of zero. */
  readonly counts: Uint32Array
  readonly binWidth: number
}

export const binWidth = 0.02

/** Bins needed on each side of zero so that `limit` still falls into one. */
export function binsPerSide(limit: number): number {
  return Math.floor(limit / binWidth) + 1
}

/** Counts every value; bin `perSide` begins at zero, a value on an edge belongs to the bin above it. */
export function histogramOf(values: Float32Array, perSide: number): Histogram {
  const counts = new Uint32Array(2 * perSide)
  for (const value of values) {
    const bin = Math.floor(value / binWidth) + perSide
    counts[Math.max(0, Math.min(counts.length - 1, bin))]++
  }
  return { counts, binWidth }
}

/** Where a bin begins and ends. */
export function binEdges(bin: number, perSide: number): readonly [number, number] {
  return [(bin - perSide) * binWidth, (bin + 1 - perSide) * binWidth]
}
