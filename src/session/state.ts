/** What the page knows of the run: the slow lane. A pure function of the reports. */
import type {
  BackendName,
  BackendTrial,
  DataInfo,
  DataSource,
  Evaluation,
  KernelBuild,
  Problem,
  Report,
  RunSettings,
  RunStatus,
  StepRecord,
} from '../protocol/messages.ts'
import { withEvaluation, withRecords } from './history.ts'
import { msForSteps, type Pace, withMoment } from './pace.ts'

export type RunState = {
  readonly status: RunStatus
  /** Grows with each start over. */
  readonly run: number
  readonly step: number
  readonly settings: RunSettings
  /** Null until one is chosen. */
  readonly backend: BackendName | null
  readonly threads: number
  readonly kernels: KernelBuild | null
  readonly trials: readonly BackendTrial[]
  readonly msPerStep: number | null
  /** Time to the step limit at the speed of the last seconds; null while nothing is known. */
  readonly remainingMs: number | null
  readonly history: readonly StepRecord[]
  readonly evaluations: readonly Evaluation[]
  readonly evaluating: { readonly done: number; readonly total: number } | null
  readonly data: DataInfo | null
  /** Why an earlier source of data was passed over, e.g. why MNIST could not be loaded. */
  readonly passedOver: Problem | null
  readonly loading: Loading | null
  /** Why the last loading failed; the set in use is untouched. */
  readonly loadProblem: Problem | null
  /** Whether the last loading ended without digits: cancelled or failed. */
  readonly loadEnded: boolean
  readonly problem: Problem | null
  readonly takeover: Takeover | null
}

export type Loading = {
  readonly source: DataSource
  readonly done: number
  readonly total: number
  readonly unit: 'bytes' | 'digits'
}

export type Takeover = {
  readonly from: BackendName
  readonly to: BackendName
  readonly reason: string
  readonly repeatedSteps: number
}

/** The slow lane's own state: what is shown, and the recent pace it is computed from. */
export type Tracked = { readonly state: RunState; readonly pace: Pace }

export function untouched(settings: RunSettings): Tracked {
  return {
    pace: [],
    state: {
      status: 'starting',
      run: 0,
      step: 0,
      settings,
      backend: null,
      threads: 1,
      kernels: null,
      trials: [],
      msPerStep: null,
      remainingMs: null,
      history: [],
      evaluations: [],
      evaluating: null,
      data: null,
      passedOver: null,
      loading: null,
      loadProblem: null,
      loadEnded: false,
      problem: null,
      takeover: null,
    },
  }
}

/** Nothing to train on, and nothing on its way: only another set helps. */
export function lacksData({ data, loading, loadEnded }: RunState): boolean {
  return data === null && loading === null && loadEnded
}

/** The state after a report that arrived at `nowMs`. Frames and digits do not belong to the slow lane. */
export function afterReport(tracked: Tracked, report: Report, nowMs: number): Tracked {
  const { state, pace } = tracked
  const change = (changes: Partial<RunState>): Tracked => ({ pace, state: { ...state, ...changes } })
  switch (report.type) {
    case 'status':
      return afterStatus(tracked, report, nowMs)
    case 'backend': {
      const { backend, threads, kernels, trials } = report
      return change({ backend, threads, kernels, trials })
    }
    case 'loading':
      return change({
        loading: { source: report.source, done: report.done, total: report.total, unit: report.unit },
        loadEnded: false,
      })
    case 'loaded':
      return change({
        data: report.info,
        passedOver: report.passedOver,
        loading: null,
        loadProblem: null,
        loadEnded: false,
      })
    case 'load-failed':
      return change({ loading: null, loadProblem: report.problem, loadEnded: true })
    case 'load-cancelled':
      return change({ loading: null, loadEnded: true })
    case 'evaluating':
      return change({ evaluating: { done: report.done, total: report.total } })
    case 'evaluation':
      return change({ evaluations: withEvaluation(state.evaluations, report.evaluation), evaluating: null })
    case 'takeover':
      return change({
        takeover: {
          from: report.from,
          to: report.to,
          reason: report.reason,
          repeatedSteps: report.repeatedSteps,
        },
        evaluating: null,
      })
    case 'problem':
      return change({ problem: report.problem })
    case 'frame':
    case 'digits':
      return tracked
    default:
      return report satisfies never
  }
}

function afterStatus(
  { state, pace }: Tracked,
  report: Extract<Report, { type: 'status' }>,
  nowMs: number,
): Tracked {
  const { run, status, step, settings, msPerStep } = report
  const newRun = run !== state.run
  const history = withRecords(newRun ? [] : state.history, report.records, step)
  const nextPace = status === 'training' ? withMoment(newRun ? [] : pace, nowMs, step) : []
  const evaluations = newRun ? [] : state.evaluations
  return {
    pace: nextPace,
    state: {
      ...state,
      run,
      status,
      step,
      settings,
      msPerStep,
      history,
      evaluations: evaluations.every((evaluation) => evaluation.step <= step)
        ? evaluations
        : evaluations.filter((evaluation) => evaluation.step <= step),
      remainingMs: msForSteps(nextPace, Math.max(0, settings.stepLimit - step), msPerStep),
      ...(newRun && { problem: null, takeover: null }),
      ...((newRun || status === 'failed') && { evaluating: null }),
    },
  }
}
