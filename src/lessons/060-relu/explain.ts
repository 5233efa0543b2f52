/** What ReLU does to the maps of one frame. */
import type { Plane } from '../../math/plane.ts'
import { largestMagnitude, type MapShape } from '../../paint/mapGrid.ts'

/** ReLU itself: negative numbers become zero, all others stay. */
export function relu(value: number): number {
  return Math.max(0, value)
}

/** The share of exact zeros, 0…1. */
export function shareOfZeros(values: Float32Array): number {
  return values.reduce((zeros, value) => zeros + (value === 0 ? 1 : 0), 0) / values.length
}

/** How many maps are zero everywhere: nothing in the image pleased their filter. */
export function silentMaps(plane: Plane, shape: MapShape): number {
  let silent = 0
  for (let map = 0; map < shape.mapCount; map++) if (largestMagnitude(plane, shape, map) === 0) silent++
  return silent
}

/**
 * How many values lie in each of `2 · half` equal bins from −limit to limit. Zero is an edge, and belongs to the bin below
 * it: ReLU leaves zeros of exactly the first half. What lies further out is counted in the last bin of its side.
 */
export function histogramOf(values: Float32Array, limit: number, half: number): number[] {
  const counts = Array.from({ length: 2 * half }, () => 0)
  for (const value of values) {
    const bin = Math.ceil((value / limit) * half) + half - 1
    counts[Math.max(0, Math.min(2 * half - 1, bin))]++
  }
  return counts
}
