/** The digit moved by a few pixels, and how much that changes a layer. */
import type { Plane } from '../../math/plane.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'

export type Shift = { readonly right: number; readonly down: number }

/** So far the digit can be moved in each direction. */
export const farthest = 2

export const shiftedTaps = ['input', 'conv1', 'pool1'] as const
export type ShiftedTap = (typeof shiftedTaps)[number]

export function shiftedName(tap: ShiftedTap, { right, down }: Shift): PlaneName {
  return `shift/${right},${down}/${tap}`
}

export function moved({ right, down }: Shift, by: Shift): Shift {
  const within = (value: number) => Math.max(-farthest, Math.min(farthest, value))
  return { right: within(right + by.right), down: within(down + by.down) }
}

/**
 * Mean distance of the values after from those before, divided by the mean size of the values before: 0 is no change.
 * Values that all went elsewhere make 2: as much is missing where they were as there is too much where they are.
 * @param map of this map alone; the last axis counts maps
 * @returns null where all values before are 0: there is nothing to divide by
 */
export function changeOf(before: Plane, after: Plane, map?: number): number | null {
  const mapCount = before.shape[2]
  const [start, stride] = map === undefined ? [0, 1] : [map, mapCount]
  let distance = 0
  let size = 0
  for (let i = start; i < before.values.length; i += stride) {
    distance += Math.abs(after.values[i] - before.values[i])
    size += Math.abs(before.values[i])
  }
  return size === 0 ? null : distance / size
}
