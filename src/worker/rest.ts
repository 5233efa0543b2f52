/** A while that begins anew whenever something happens, and what is done once it has passed. */
export type Rest = {
  readonly begin: () => void
  readonly isRunning: () => boolean
}

export function createRest(restMs: number, passed: () => void): Rest {
  let timer: ReturnType<typeof setTimeout> | null = null
  return {
    begin() {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => {
        timer = null
        passed()
      }, restMs)
    },
    isRunning: () => timer !== null,
  }
}
