/** Where the number of a site stands in the planes of a frame. */
import type { Plane } from '../math/plane.ts'
import type { PlaneName } from '../network/derivedTaps.ts'
import { parameterNames, type TapName, tapShapes } from '../network/spec.ts'
import type { Site, Version } from './explanation.ts'

/** What sums need of a frame of `session/frames.ts`. */
export type SumFrame = {
  readonly planes: ReadonlyMap<PlaneName, Plane>
  readonly step: number
  /** Bytes come from a data set alone. */
  readonly digit: { readonly from: 'test' | 'train' | 'drawing' }
  readonly dropoutKeep: number
  /** Of the run: with the step it decides the dropout mask. */
  readonly seed: number
}

/** The plane that holds `tap` in a pass. Parameters are the same in all passes but the one at step 0. */
export function planeNameOf(tap: TapName, version: Version | undefined): PlaneName {
  if (version === undefined) return tap
  return version !== 'first' && isParameter(tap) ? tap : `${version}/${tap}`
}

export function isParameter(tap: TapName): boolean {
  return parameterNames.some((name) => name === tap)
}

/** The values of `tap` in the pass of `site`. The frame must hold them: `tapsFor` tells which those are. */
export function valuesFor(site: Site, tap: TapName, { planes }: SumFrame): Float32Array {
  const name = planeNameOf(tap, site.version)
  const plane = planes.get(name)
  if (!plane) throw new Error(`The frame holds no ${name}.`)
  return plane.values
}

/**
 * Index of a place in the values of a tap. Blocks are [height, width, …]: what follows is counted through as maps, so
 * weight [u, v, c, o] stands in row u, column v, map c · outputs + o. A matrix has its rows and columns in map 0.
 */
export function offsetOf({ tap, map, row, column }: Site): number {
  const shape: readonly number[] = tapShapes[tap]
  if (shape.length === 1) return map
  const [, width, ...rest] = shape
  const mapCount = rest.reduce((product, side) => product * side, 1)
  return (row * width + column) * mapCount + map
}

/** A place of another tap in the same pass. */
export function siteIn(
  tap: TapName,
  [map, row, column]: readonly [number, number, number],
  like: Site,
): Site {
  const site = { tap, map, row, column }
  return like.version === undefined ? site : { ...site, version: like.version }
}
