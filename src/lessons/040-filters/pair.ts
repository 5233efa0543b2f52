/** Both versions of the filters that a frame holds: at step 0 of this run, and at the step of the frame. */
import type { Plane } from '../../math/plane.ts'
import type { Frame } from '../../session/frames.ts'
import { changeOf } from './explain.ts'

export type FilterPair = {
  readonly step: number
  readonly first: Plane
  readonly now: Plane
  readonly change: Plane
}

/** Null while the frame lacks one of them: the questions of a lesson are answered one frame after it opens. */
export function pairOf(frame: Frame | null): FilterPair | null {
  if (!frame) return null
  const known = pairs.get(frame)
  if (known) return known
  const first = frame.planes.get('first/conv1/weights')
  const now = frame.planes.get('conv1/weights')
  if (!first || !now) return null
  const pair = { step: frame.step, first, now, change: changeOf(first, now) }
  pairs.set(frame, pair)
  return pair
}
/** Several pictures ask for that of the newest frame. */
const pairs = new WeakMap<Frame, FilterPair>()
