/** Whether somebody's hand moves: a pen that draws, a knob that is pulled. It rests once nothing has been heard of it for a while. */
import { createRest } from './rest.ts'

/** A message of the worker to itself: there may be something to do again. */
export type HandRested = { readonly type: 'hand-rested' }

export type Hand = {
  /** Heard of it. */
  readonly moved: () => void
  readonly isMoving: () => boolean
}

export function createHand(options: {
  readonly restMs: number
  readonly rested: (message: HandRested) => void
}): Hand {
  const rest = createRest(options.restMs, () => options.rested({ type: 'hand-rested' }))
  return { moved: rest.begin, isMoving: rest.isRunning }
}
