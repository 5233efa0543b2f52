/** What the worker spends its time on, told at most once a second. It costs two looks at the clock for each piece of work. */
import type { BusyReport, WorkKind } from '../protocol/busy.ts'
import type { Report } from '../protocol/messages.ts'

const intervalMs = 1000

const nothing: Readonly<Record<WorkKind, number>> = {
  updates: 0,
  frames: 0,
  evaluations: 0,
  recording: 0,
  studies: 0,
  waiting: 0,
  other: 0,
}

export type BusyMeter = {
  /** Books the time of `work` as `kind`; while it lasts, nothing else is booked. */
  readonly during: <Result>(kind: WorkKind, work: () => Promise<Result> | Result) => Promise<Result>
  /** Nothing is left to do: what follows, until the next work or `resume`, is waiting. */
  readonly rest: () => void
  readonly resume: () => void
}

export function createBusyMeter(options: {
  readonly nowMs: () => number
  readonly post: (report: Report) => void
  /** Milliseconds each thread of the kernels has computed so far; it starts anew with each backend. */
  readonly threadsBusyMs: () => readonly number[]
}): BusyMeter {
  const { nowMs, post, threadsBusyMs } = options
  let kind: WorkKind = 'other'
  let sinceMs = nowMs()
  let spanBeganMs = sinceMs
  let spentMs: Record<WorkKind, number> = { ...nothing }
  let threadsBegan: readonly number[] = threadsBusyMs()
  let timer: ReturnType<typeof setTimeout> | null = null

  function enter(next: WorkKind) {
    const now = nowMs()
    spentMs[kind] += now - sinceMs
    sinceMs = now
    kind = next
  }

  function report() {
    enter(kind)
    const spanMs = sinceMs - spanBeganMs
    const threads = threadsBusyMs()
    const isSame =
      threads.length === threadsBegan.length && threads.every((ms, at) => ms >= threadsBegan[at]!)
    const busy: BusyReport = {
      spanMs,
      spentMs,
      threadsMs: isSame ? threads.map((ms, at) => ms - threadsBegan[at]!) : [],
    }
    post({ type: 'busy', busy })
    spanBeganMs = sinceMs
    spentMs = { ...nothing }
    threadsBegan = threads
  }

  const isTime = () => sinceMs - spanBeganMs >= intervalMs

  /** While nothing happens nobody asks for the time: one report tells of the end of the work, one of the rest. */
  function reportLater(times: number) {
    timer = setTimeout(
      () => {
        report()
        timer = null
        if (times > 1) reportLater(times - 1)
      },
      Math.max(0, spanBeganMs + intervalMs - nowMs()),
    )
  }

  function resume() {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (kind === 'waiting') enter('other')
    if (isTime()) report()
  }

  return {
    async during(next, work) {
      resume()
      const outer = kind
      enter(next)
      try {
        return await work()
      } finally {
        enter(outer)
        if (isTime()) report()
      }
    },
    rest() {
      enter('waiting')
      if (timer === null) reportLater(2)
    },
    resume,
  }
}
