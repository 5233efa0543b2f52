/** What the worker spends its time on. Types only. */

/**
 * What the worker does: updates of the training; frames for the page; evaluations; writing down the run; studies beside it
 * (average digits, near images); waiting for something to do; and everything else – messages, loading, starting.
 */
export type WorkKind = 'updates' | 'frames' | 'evaluations' | 'recording' | 'studies' | 'waiting' | 'other'

/** What the last second of the worker, or a little more, went into. By the clock on the wall: waiting for a GPU counts. */
export type BusyReport = {
  readonly spanMs: number
  /** They add up to `spanMs`. */
  readonly spentMs: Readonly<Record<WorkKind, number>>
  /** How long each thread of our own kernels had something to compute, the worker's own first; none without such kernels. */
  readonly threadsMs: readonly number[]
}
