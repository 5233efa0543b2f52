/** What ReLU does to the maps of one frame. */
import type { Plane } from '../../math/plane.ts'
import { largestMagnitude, type MapShape } from '../../paint/mapGrid.ts'

/** ReLU itself: negative numbers become zero, all others stay. */
export function relu(value: number): number {
  return Math.max(0, value)
}

/** The share of exact zeros, 0…1, among all values or those of one map of [height, width, map]. */
export function shareOfZeros(plane: Plane, map?: number): number {
  const mapCount = plane.shape[plane.shape.length - 1]
  const stride = map === undefined ? 1 : mapCount
  let zeros = 0
  let all = 0
  for (let i = map ?? 0; i < plane.values.length; i += stride) {
    if (plane.values[i] === 0) zeros++
    all++
  }
  return zeros / all
}

/** How many maps are zero everywhere: nothing in the image pleased their filter. */
export function silentMaps(plane: Plane, shape: MapShape): number {
  let silent = 0
  for (let map = 0; map < shape.mapCount; map++) if (largestMagnitude(plane, shape, map) === 0) silent++
  return silent
}
