import type { Stroke } from './path.ts'

/**
 * One way in which people write a digit, as a skeleton: the path of the pen without its width. A digit is about 1 high
 * (y from 0 at the top to 1) and as wide as it is usually written.
 */
export type Form = {
  readonly name: string
  /** How often it is written, relative to the other forms of its digit. */
  readonly weight: number
  readonly strokes: readonly Stroke[]
  /** Share of the usual distortion, 1 unless told: a ring or a single line with all of it is no longer read as one. */
  readonly distortion?: number
}
