/** What the page knows of the run: the slow lane. A pure function of the reports. */
import { training } from '../network/spec.ts'
import type { Evaluation } from '../protocol/evaluation.ts'
import type { DataMark, RunId, RunOrigin } from '../protocol/keep.ts'
import type {
  BackendName,
  BackendTrial,
  DataInfo,
  DataSource,
  KernelBuild,
  Problem,
  Report,
  RunSettings,
  RunStatus,
  StepRecord,
} from '../protocol/messages.ts'
import { withEvaluation, withRecords } from './history.ts'
import { msForSteps, type Pace, withMoment } from './pace.ts'
import { noSpeeds, type Speeds, stepsForSpeed } from './speeds.ts'

export type RunState = {
  readonly status: RunStatus
  /** Grows with each start over. */
  readonly run: number
  /** Under which the run is kept; null until its worker has begun it. */
  readonly id: RunId | null
  /** Where the weights of step 0 came from. */
  readonly origin: RunOrigin
  readonly step: number
  readonly settings: RunSettings
  /** Null until one is chosen. */
  readonly backend: BackendName | null
  readonly threads: number
  readonly kernels: KernelBuild | null
  readonly trials: readonly BackendTrial[]
  readonly msPerStep: number | null
  /** On WASM, in this visit. */
  readonly speeds: Speeds
  /** Time to the step limit at the speed of the last seconds; null while nothing is known. */
  readonly remainingMs: number | null
  readonly history: readonly StepRecord[]
  readonly evaluations: readonly Evaluation[]
  readonly evaluating: { readonly done: number; readonly total: number } | null
  readonly data: DataInfo | null
  /** Which digits these are. */
  readonly mark: DataMark | null
  /** Why an earlier source of data was passed over, e.g. why MNIST could not be loaded. */
  readonly passedOver: Problem | null
  readonly loading: Loading | null
  /** Why the last loading failed; the set in use is untouched. */
  readonly loadProblem: Problem | null
  /** Whether the last loading ended without digits: cancelled or failed. */
  readonly loadEnded: boolean
  readonly problem: Problem | null
  readonly takeover: Takeover | null
  /** Whether this is the present; false where a view shows the run as it was at a kept step. */
  readonly isNow: boolean
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

/** The slow lane's own state: what is shown, the recent pace, and the steps done since the backend was opened. */
export type Tracked = { readonly state: RunState; readonly pace: Pace; readonly stepsHere: number }

export function untouched(settings: RunSettings): Tracked {
  return {
    pace: [],
    stepsHere: 0,
    state: {
      status: 'starting',
      run: 0,
      id: null,
      origin: { kind: 'seed' },
      step: 0,
      settings,
      backend: null,
      threads: 1,
      kernels: null,
      trials: [],
      msPerStep: null,
      speeds: noSpeeds,
      remainingMs: null,
      history: [],
      evaluations: [],
      evaluating: null,
      data: null,
      mark: null,
      passedOver: null,
      loading: null,
      loadProblem: null,
      loadEnded: false,
      problem: null,
      takeover: null,
      isNow: true,
    },
  }
}

/** Nothing to train on, and nothing on its way: only another set helps. */
export function lacksData({ data, loading, loadEnded }: RunState): boolean {
  return data === null && loading === null && loadEnded
}

/** The state after a report that arrived at `nowMs`. Frames and digits do not belong to the slow lane. */
export function afterReport(tracked: Tracked, report: Report, nowMs: number): Tracked {
  const { state, pace, stepsHere } = tracked
  const change = (changes: Partial<RunState>): Tracked => ({
    pace,
    stepsHere,
    state: { ...state, ...changes },
  })
  switch (report.type) {
    case 'status':
      return afterStatus(tracked, report, nowMs)
    case 'backend': {
      const { backend, threads, kernels, trials } = report
      return { ...change({ backend, threads, kernels, trials }), stepsHere: 0 }
    }
    case 'loading':
      return change({
        loading: { source: report.source, done: report.done, total: report.total, unit: report.unit },
        loadEnded: false,
      })
    case 'loaded':
      return change({
        data: report.info,
        mark: report.mark,
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
    case 'evaluation-cancelled':
      return change({ evaluating: null })
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
    case 'averages':
    case 'comparison':
    case 'summary':
    case 'flows':
    case 'anatomy':
    case 'slope-check':
    case 'busy':
    case 'not-continued':
      return tracked
    default:
      return report satisfies never
  }
}

/** The worker is gone: what is known of the run stays on the page. */
export function afterDeath({ state }: Tracked, reason: string): Tracked {
  const problem = { code: 'worker-died', reason } as const
  return {
    pace: [],
    stepsHere: 0,
    state: { ...state, status: 'failed', problem, loading: null, evaluating: null },
  }
}

/** Steps after which the choice of the backend, perhaps remembered from another day, is compared with what they took. */
const stepsForComparison = 20

/** Whether steps take more than twice as long as the trial of their backend promised: then the choice is to be doubted. */
export function contradictsTrials({ state, stepsHere }: Tracked): boolean {
  const { backend, threads, msPerStep, trials } = state
  const trial = trials.find((one) => one.backend === backend)
  if (trial?.outcome !== 'measured' || trial.threads !== threads || msPerStep === null) return false
  return stepsHere >= stepsForComparison && msPerStep > 2 * training.batchSize * trial.msPerImage
}

function afterStatus(
  { state, pace, stepsHere: stepsBefore }: Tracked,
  report: Extract<Report, { type: 'status' }>,
  nowMs: number,
): Tracked {
  const { run, id, origin, status, step, settings, msPerStep } = report
  const newRun = run !== state.run
  const history = withRecords(newRun ? [] : state.history, report.records, step)
  const stepsHere = stepsBefore + report.records.length
  const nextPace = status === 'training' ? withMoment(newRun ? [] : pace, nowMs, step) : []
  const evaluations = newRun ? [] : state.evaluations
  return {
    pace: nextPace,
    stepsHere,
    state: {
      ...state,
      run,
      id,
      origin,
      status,
      step,
      settings,
      msPerStep,
      speeds: withSpeed(state, report, stepsHere),
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

function withSpeed(
  { backend, threads, speeds }: RunState,
  { msPerStep, records, settings }: Extract<Report, { type: 'status' }>,
  stepsHere: number,
): Speeds {
  if (backend !== 'wasm' || msPerStep === null) return speeds
  if (stepsHere < stepsForSpeed || records.length === 0) return speeds
  return { ...speeds, [settings.gentle ? 'gentle' : 'usual']: { threads, msPerStep } }
}
