/** The updates of a run, one after the other: on a GPU the next one is queued before the numbers of the last are back. */
import type { TrainedStep } from '../training/train.ts'
import { median } from './reporter.ts'

/** Steps whose median is reported as the time of a step. */
const recentSteps = 20

type Update = Promise<IteratorResult<TrainedStep>>

export type UpdatesOptions = {
  readonly nowMs: () => number
  /** Queues an update; the promise is for its numbers. */
  readonly begin: () => Update
  /** Whether the next update may be queued before the numbers of the one just begun are back. */
  readonly mayOverlap: () => boolean
  /** Whether steps take as long as they take on this machine. */
  readonly isTimed: () => boolean
  /** Hears of each update whose numbers are back, in order: from then on it counts. */
  readonly count: (trained: TrainedStep) => void
}

export function createUpdates({ nowMs, begin, mayOverlap, isTimed, count }: UpdatesOptions) {
  let underway: Update | null = null
  let stepTimesMs: readonly number[] = []

  async function finish(update: Update) {
    const { done, value } = await update
    if (!done) count(value)
  }

  return {
    /** Begins an update, and waits for its numbers unless they may come later. Whether nothing is left under way. */
    async next(): Promise<boolean> {
      const startMs = nowMs()
      const begun = begin()
      // If the update before it fails, nobody asks any more how this one went.
      begun.catch(() => undefined)
      const previous = underway
      underway = begun
      if (previous !== null) await finish(previous)
      const overlaps = mayOverlap()
      if (!overlaps) {
        underway = null
        await finish(begun)
      }
      // The time of one step: not of none, nor of two.
      if (isTimed() && overlaps === (previous !== null)) {
        stepTimesMs = [...stepTimesMs, nowMs() - startMs].slice(-recentSteps)
      }
      return !overlaps
    },
    isUnderway: () => underway !== null,
    /** Waits for what is under way. */
    async settle() {
      const last = underway
      underway = null
      if (last !== null) await finish(last)
    },
    /** Nobody asks any more for what is under way. */
    drop() {
      underway = null
    },
    /** Null before the first step on this backend. */
    msPerStep: () => median(stepTimesMs),
    forgetTimes() {
      stepTimesMs = []
    },
  }
}
