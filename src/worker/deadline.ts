/** The backend failed, was lost, or did not answer in time. Another one may go on. */
export class BackendFailure extends Error {
  override readonly name = 'BackendFailure'
}

export type Patience = {
  /** Infinity for backends that compute before they return: they cannot hang, only be slow. */
  readonly deadlineMs: number
  /** Aborted with the reason when the device is lost; a lost device may never settle what it was asked for. */
  readonly lost: AbortSignal
}

/** The result of `work`. Throws `BackendFailure` when the device is lost or nothing came by the deadline. */
export async function withPatience<Result>(
  work: Promise<Result>,
  { deadlineMs, lost }: Patience,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let giveUp = () => {}
  const gone = new Promise<never>((_, reject) => {
    giveUp = () => reject(new BackendFailure(String(lost.reason)))
    if (lost.aborted) giveUp()
    lost.addEventListener('abort', giveUp)
    if (deadlineMs === Number.POSITIVE_INFINITY) return
    const late = new BackendFailure(`no answer for ${Math.round(deadlineMs / 1000)} s`)
    timer = setTimeout(() => reject(late), deadlineMs)
  })
  // Whichever comes first wins; what the other says later must not count as an unhandled rejection.
  gone.catch(() => undefined)
  work.catch(() => undefined)
  try {
    return await Promise.race([work, gone])
  } finally {
    clearTimeout(timer)
    // The device outlives many thousands of steps: none may leave a listener behind.
    lost.removeEventListener('abort', giveUp)
  }
}

/** Long enough for any step that will ever end, short against a lesson: a minute, or fifty usual steps. */
export function stepDeadlineMs(msPerStep: number | null): number {
  return Math.max(60_000, 50 * (msPerStep ?? 0))
}
