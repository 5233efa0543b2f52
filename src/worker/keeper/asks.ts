/** Long work of the keeper: several at once, each with progress, each can be cancelled. */
import type { KeeperReport } from '../../protocol/keep.ts'
import { type LongTask, Refusal } from './parts.ts'

/** Often enough to be seen moving. */
const msBetweenReports = 100

export type AsksOptions = {
  readonly post: (report: KeeperReport, transfer?: readonly Transferable[]) => void
  readonly nowMs: () => number
}

type Work<Result> = {
  readonly start: (signal: AbortSignal) => LongTask<Result>
  readonly finish: (result: Result) => KeeperReport | Promise<KeeperReport>
}

export type Asks = ReturnType<typeof createAsks>

export function createAsks({ post, nowMs }: AsksOptions) {
  const underway = new Map<number, AbortController>()

  /** Answers `ask` with what `finish` makes of the result. Null: no file is read, so what nobody expected is of the storage. */
  async function answer<Result>(
    ask: number,
    fileName: string | null,
    { start, finish }: Work<Result>,
  ): Promise<void> {
    const controller = new AbortController()
    const { signal } = controller
    underway.set(ask, controller)
    try {
      const task = start(signal)
      let reportedMs = Number.NEGATIVE_INFINITY
      for (;;) {
        const next = await task.next()
        if (signal.aborted) {
          if (!next.done) await task.return(undefined as never)
          break
        }
        if (next.done) {
          post(await finish(next.value))
          return
        }
        if (nowMs() - reportedMs < msBetweenReports) continue
        reportedMs = nowMs()
        post({ type: 'progress', ask, share: next.value })
      }
      post({ type: 'cancelled', ask })
    } catch (error) {
      if (signal.aborted) post({ type: 'cancelled', ask })
      else if (error instanceof Refusal) post({ type: 'refused', ask, problem: error.problem })
      else {
        const reason = error instanceof Error ? error.message : String(error)
        const problem =
          fileName === null
            ? ({ code: 'no-storage', reason } as const)
            : ({ code: 'file-damaged', fileName, where: reason } as const)
        post({ type: 'refused', ask, problem })
      }
    } finally {
      underway.delete(ask)
    }
  }

  /** Answers `ask` with what takes no long time. */
  const once = (ask: number, find: () => Promise<KeeperReport>) =>
    answer(ask, null, {
      async *start() {},
      finish: find,
    })

  return { answer, once, cancel: (ask: number) => underway.get(ask)?.abort() }
}
