/** The 32 filters before and after: what the seed made, how far training moved it, and how the weights are spread. */
import type { Plane } from '../../math/plane.ts'
import { largestMagnitude, type MapShape } from '../../paint/mapGrid.ts'

export const filterSide = 5
export const filterShape: MapShape = { mapCount: 32, mapHeight: filterSide, mapWidth: filterSide }

/** What each weight gained since step 0: now − then. */
export function changeOf(first: Plane, now: Plane): Plane {
  return { shape: now.shape, values: now.values.map((value, i) => value - first.values[i]) }
}

/** The 25 weights of one filter, row by row. */
export function weightsOf({ values }: Plane, filter: number): number[] {
  return Array.from({ length: filterSide ** 2 }, (_, i) => values[i * filterShape.mapCount + filter])
}

export type Movement = {
  /** Mean distance of a weight from where it started. */
  readonly mean: number
  /** The largest such distance. */
  readonly largest: number
}

/** How far the weights of one filter have moved, or all of them where `filter` is null. */
export function movementOf(change: Plane, filter: number | null): Movement {
  const moves = filter === null ? [...change.values] : weightsOf(change, filter)
  const mean = moves.reduce((sum, move) => sum + Math.abs(move), 0) / moves.length
  return { mean, largest: Math.max(...moves.map(Math.abs)) }
}

/** The filter whose weights have moved furthest on average; the first of equal ones. */
export function mostMoved(change: Plane): number {
  const means = Array.from({ length: filterShape.mapCount }, (_, filter) => movementOf(change, filter).mean)
  return means.indexOf(Math.max(...means))
}

/** The end of the scale of changes: of one filter, or of all where `filter` is null. */
export function changeLimit(change: Plane, filter: number | null): number {
  return (filter === null ? largestMagnitude(change) : largestMagnitude(change, filterShape, filter)) || 1
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
