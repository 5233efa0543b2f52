/** While somebody draws, no step of the training begins: what is drawn goes through the network first, at full speed. */

/** A message of the worker to itself: there may be something to do again. */
export type PenRested = { readonly type: 'pen-rested' }

/** Longer than two movements are apart, even where a busy machine follows a hand ten times a second only. */
const restMs = 100

export function createPen(rested: (message: PenRested) => void) {
  let rest: ReturnType<typeof setTimeout> | null = null
  return {
    /** Another drawing is to be shown. */
    moved() {
      if (rest !== null) clearTimeout(rest)
      rest = setTimeout(() => {
        rest = null
        rested({ type: 'pen-rested' })
      }, restMs)
    },
    isMoving: () => rest !== null,
  }
}
