/** Who wants the pictures to stand still. */
export type Holders = {
  /** Holds until the returned function is called. */
  readonly hold: () => () => void
  readonly isHeld: () => boolean
}

/** `released` is called when the last one lets go. */
export function createHolders(released: () => void): Holders {
  let count = 0
  return {
    hold() {
      count++
      let holding = true
      return () => {
        if (!holding) return
        holding = false
        count--
        if (count === 0) released()
      }
    },
    isHeld: () => count > 0,
  }
}
