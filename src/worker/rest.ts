/** When nothing is left to do, what the last steps brought is kept soon: not at once, for another single step may follow. */

const restMs = 500

export function createRest(rested: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null
  return {
    /** Once more from the beginning. */
    begin() {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => {
        timer = null
        rested()
      }, restMs)
    },
  }
}
