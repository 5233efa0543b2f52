/** Sends the slow lane: at most ten status reports a second, and at once when the status changes. */
import type { RunId, RunOrigin } from '../protocol/keep.ts'
import type { Report, RunSettings, RunStatus, StepRecord } from '../protocol/messages.ts'
import type { StepFlow } from '../protocol/record.ts'

const intervalMs = 100

export type Situation = {
  readonly status: RunStatus
  readonly run: number
  readonly id: RunId
  readonly origin: RunOrigin
  readonly step: number
  readonly settings: RunSettings
  readonly msPerStep: number | null
}

export type Reporter = {
  /** `flow`, where it was measured, goes with the next status report. */
  readonly record: (record: StepRecord, flow: StepFlow | null) => void
  /** Records that were not reported yet belong to steps that will be computed again, or to another run. */
  readonly forget: () => void
  /** Reports if something changed and it is time, or the status or run is another one. */
  readonly offer: () => void
  /** Reports now whatever is new: the work stops here for a while. */
  readonly flush: () => void
}

export function createReporter(options: {
  readonly situation: () => Situation
  readonly post: (report: Report) => void
  readonly nowMs: () => number
}): Reporter {
  const { situation, post, nowMs } = options
  let records: StepRecord[] = []
  let flows: StepFlow[] = []
  let reported: Situation | null = null
  let reportedAtMs = Number.NEGATIVE_INFINITY

  function send(now: Situation) {
    post({ type: 'status', ...now, records })
    if (flows.length > 0) post({ type: 'flows', run: now.run, flows })
    records = []
    flows = []
    reported = now
    reportedAtMs = nowMs()
  }

  return {
    record(record, flow) {
      records.push(record)
      if (flow) flows.push(flow)
    },
    forget() {
      records = []
      flows = []
    },
    offer() {
      const now = situation()
      if (!isNews(now)) return
      const isUrgent = now.status !== reported?.status || now.run !== reported.run
      if (isUrgent || nowMs() - reportedAtMs >= intervalMs) send(now)
    },
    flush() {
      const now = situation()
      if (isNews(now)) send(now)
    },
  }

  function isNews(now: Situation): boolean {
    return (
      records.length > 0 ||
      reported === null ||
      now.status !== reported.status ||
      now.run !== reported.run ||
      now.step !== reported.step ||
      now.settings !== reported.settings
    )
  }
}

/** The middle one of the sorted numbers, of an even count the lower one of the middle two; null for none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
