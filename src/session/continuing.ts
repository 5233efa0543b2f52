/** Going on with a kept run: its digits first, then the run itself, and on the page all that it had written down. */
import type { Continuation, DataMark, KeptRecord, KeptRun, StartWeights } from '../protocol/keep.ts'
import type { Command, DataRequest, Report } from '../protocol/messages.ts'
import { withEvaluation } from './history.ts'
import { type Records, withFlows, withSummary } from './records.ts'
import type { RunState } from './state.ts'

export type ContinueOutcome =
  /** `isExact`: to the same bits as without a break. Otherwise another backend or other kernels go on with it. */
  | { readonly kind: 'continued'; readonly isExact: boolean }
  /** It needs other digits than those that can be had without the visitor. */
  | { readonly kind: 'other-digits' }
  /** The run can only be looked at. */
  | { readonly kind: 'not-possible' }
  /** Something else was wanted meanwhile, or the worker died. */
  | { readonly kind: 'given-up' }

/** What a page shows of a run that goes on. */
export type Restored = {
  readonly state: RunState
  readonly records: Records
  readonly weights: StartWeights | null
}

/** What the worker needs of a kept run; null where there is no checkpoint, or nobody knows any more what it began with. */
export function continuationOf({ header, checkpoint, record, tape, first }: KeptRun): Continuation | null {
  if (checkpoint === null || (header.origin.kind === 'weights' && !first)) return null
  const { id, startedMs, settings, origin, means, data } = header
  const { step } = checkpoint.network
  const evaluation = record.evaluations.findLast((one) => one.step === step)
  return {
    ...{ id, startedMs, settings, origin, means, data, checkpoint },
    first: first ?? null,
    done: {
      evaluated: evaluation !== undefined,
      evaluatedOnAll: evaluation !== undefined && evaluation.n === data?.test,
      summarised: record.summaries.some((one) => one.step === step),
      snapshot: tape.steps.includes(step),
    },
  }
}

/** The page's state and records as they were at the checkpoint; `run` is the number its worker gives the run. */
export function restored(state: RunState, run: number, kept: KeptRun): Restored {
  const { checkpoint, record, first } = kept
  const step = checkpoint?.network.step ?? 0
  const { history, evaluations, summaries, flows } = upTo(record, step)
  const records = summaries.reduce((all, summary) => withSummary(all, run, summary), {
    ...{ run, summaries: [], flows: [] },
  } as Records)
  return {
    state: {
      ...state,
      run,
      history,
      evaluations: evaluations.reduce(withEvaluation, [] as readonly (typeof evaluations)[number][]),
      evaluating: null,
      problem: null,
      takeover: null,
    },
    records: withFlows(records, run, flows),
    weights: first ? { origin: kept.header.origin, parameters: first } : null,
  }
}

function upTo({ history, evaluations, summaries, flows }: KeptRecord, step: number): KeptRecord {
  const of = <Entry extends { readonly step: number }>(entries: readonly Entry[]) =>
    entries.filter((entry) => entry.step <= step)
  return {
    history: of(history),
    evaluations: of(evaluations),
    summaries: of(summaries),
    flows: of(flows),
  }
}

/** What brings the digits of a run here; null where only the visitor can: they are in files. */
export function requestFor({ source }: DataMark, automatic: DataRequest): DataRequest | null {
  switch (source) {
    case 'files':
      return null
    case 'built-in':
      return { kind: 'built-in' }
    case 'mnist':
      // Other digits instead of it would cost the page the run it has.
      return automatic.kind === 'automatic' ? { kind: 'mnist', mnistUrl: automatic.mnistUrl } : null
    default:
      return source satisfies never
  }
}

export type ContinuingOptions = {
  readonly send: (command: Command) => void
  readonly state: () => RunState
  /** How MNIST is had, where it can be. */
  readonly automatic: DataRequest
  /** Starts the worker of the run anew where it cannot go on; `settings` spare it a move. */
  readonly revive: (settings: RunState['settings']) => void
}

type Underway = {
  readonly kept: KeptRun
  readonly end: (outcome: ContinueOutcome) => void
  /** Digits were asked for. */
  isAsked: boolean
  /** The run that was there when the worker was told; null before. */
  toldInRun: number | null
}

export function createContinuing({ send, state, automatic, revive }: ContinuingOptions) {
  let underway: Underway | null = null

  function finish(outcome: ContinueOutcome) {
    underway?.end(outcome)
    underway = null
  }

  /** The digits in use, in so far as they matter. */
  function advance() {
    if (underway === null || underway.toldInRun !== null) return
    const { kept } = underway
    const needed = kept.header.data
    const from = continuationOf(kept)
    if (from === null || needed === null) return finish({ kind: 'not-possible' })
    const { mark, loading, loadEnded, run } = state()
    if (mark?.fingerprint === needed.fingerprint) {
      underway.toldInRun = run
      send({ type: 'continue', from })
      return
    }
    // What is on its way may be just these.
    if (loading !== null || (mark === null && !loadEnded)) return
    const request = requestFor(needed, automatic)
    if (underway.isAsked || request === null || mark?.source === needed.source) {
      finish({ kind: 'other-digits' })
      return
    }
    underway.isAsked = true
    send({ type: 'load-data', request })
  }

  return {
    /** Once `signal` is aborted it is given up, unless the worker has begun already. */
    begin(kept: KeptRun, signal?: AbortSignal): Promise<ContinueOutcome> {
      finish({ kind: 'given-up' })
      return new Promise((end) => {
        const mine: Underway = { kept, end, isAsked: false, toldInRun: null }
        underway = mine
        const stop = () => {
          if (underway !== mine || mine.toldInRun !== null) return
          if (mine.isAsked) send({ type: 'cancel-load' })
          finish({ kind: 'given-up' })
        }
        signal?.addEventListener('abort', stop, { once: true })
        const { backend } = kept.header.means
        if (state().status === 'failed') {
          const { settings } = kept.header
          revive({ ...settings, backend: backend ?? settings.backend })
        }
        advance()
      })
    },
    giveUp: () => finish({ kind: 'given-up' }),
    /** What is to be shown instead of the present run, before the report is taken in; null: nothing else. */
    before(report: Report): Restored | null {
      if (underway === null || report.type !== 'status') return null
      const { kept } = underway
      const { run } = state()
      return report.id === kept.header.id && report.run !== run ? restored(state(), report.run, kept) : null
    },
    /** After the report was taken in. */
    after(report: Report) {
      if (underway === null) return
      const { kept, toldInRun } = underway
      const { header } = kept
      const isNew = report.type === 'status' && toldInRun !== null && report.run !== toldInRun
      if (isNew && report.id === header.id) {
        const { backend, kernels, status } = state()
        const { means } = header
        if (status === 'failed') finish({ kind: 'given-up' })
        else finish({ kind: 'continued', isExact: backend === means.backend && kernels === means.kernels })
      } else if (report.type === 'not-continued' && report.id === header.id) {
        finish({ kind: 'other-digits' })
      } else if (
        report.type === 'loaded' ||
        report.type === 'load-failed' ||
        report.type === 'load-cancelled'
      ) {
        advance()
      }
    },
  }
}
