/** What is to be done with the run, apart from what it is: rest, so many single steps, or training. */
export type Intent = ReturnType<typeof createIntent>

export function createIntent() {
  let steps = 0

  return {
    isTraining: () => steps === Number.POSITIVE_INFINITY,
    isResting: () => steps === 0,
    rest() {
      steps = 0
    },
    train() {
      steps = Number.POSITIVE_INFINITY
    },
    /** One more step, then rest. */
    oneStep() {
      steps = (steps === Number.POSITIVE_INFINITY ? 0 : steps) + 1
    },
    /** So many of the steps that were done are to be done again. */
    owe(count: number) {
      if (steps > 0) steps += count
    },
    stepDone() {
      steps = Math.max(0, steps - 1)
    },
  }
}
