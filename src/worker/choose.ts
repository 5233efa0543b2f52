/**
 * Measures the GPU's backends, each in a worker of its own that is ended at a deadline: a GPU imitated in software needs
 * seconds for one step and cannot be interrupted in any other way. They load their code at the same time; then
 * they compute one after another, because two at once would measure each other.
 */
import type { BackendName, BackendTrial } from '../protocol/messages.ts'
import type { Trials } from './engine.ts'
import type { TrialCommand, TrialReport } from './trialMessages.ts'

export type TrialWorker = {
  onmessage: ((event: MessageEvent<TrialReport>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(command: TrialCommand): void
  terminate(): void
}

/** All of the choice, from the start of the trial workers to the end. WASM is measured by the run's worker meanwhile. */
const totalMs = 1900
/** Of that, what loading may take. */
const loadingMs = 900
/** What the GPUs get in any case, where WASM took long. */
const leastMs = 600

const measuredBackends = ['webgpu', 'webgl'] as const satisfies readonly BackendName[]
/** Each gets this part of the time that is left. */
const timeShares = [0.5, 1]

export function startTrials(options: {
  readonly spawn: () => TrialWorker
  readonly nowMs: () => number
}): Trials {
  const { spawn, nowMs } = options
  const startMs = nowMs()
  const candidates = measuredBackends.map((backend) => candidate(backend, spawn))
  return {
    loaded: beforeDeadline(Promise.all(candidates.map(({ loaded }) => loaded)), loadingMs),
    async measure({ gentle, msPerImageToBeat }) {
      const endMs = Math.max(startMs + totalMs, nowMs() + leastMs)
      const trials: BackendTrial[] = []
      let toBeat = msPerImageToBeat
      for (const [i, { measure }] of candidates.entries()) {
        const deadlineMs = (timeShares[i] ?? 1) * (endMs - nowMs())
        const trial = await measure({ gentle, msPerImageToBeat: toBeat, deadlineMs })
        if (trial.outcome === 'measured') toBeat = Math.min(toBeat, trial.msPerImage)
        trials.push(trial)
      }
      return trials
    },
  }
}

function candidate(backend: BackendName, spawn: () => TrialWorker) {
  let tellLoaded = () => {}
  let tellEnd = () => {}
  const loaded = new Promise<void>((resolve) => {
    tellLoaded = resolve
  })
  const ended = new Promise<void>((resolve) => {
    tellEnd = resolve
  })
  let trial: BackendTrial = { backend, outcome: 'too-slow' }
  const fail = (reason: string) => {
    trial = { backend, outcome: 'unavailable', reason }
    tellLoaded()
    tellEnd()
  }
  let worker: TrialWorker | null = null
  try {
    worker = spawn()
    worker.onerror = (event) => fail(event.message || 'the trial worker did not start')
    worker.onmessage = ({ data: report }) => {
      switch (report.type) {
        case 'loaded':
          return tellLoaded()
        case 'unavailable':
          return fail(report.reason)
        case 'too-slow':
          return tellEnd()
        case 'measured': {
          const { msPerImage, threads, last } = report
          trial = { backend, outcome: 'measured', msPerImage, threads }
          return last ? tellEnd() : undefined
        }
        default:
          report satisfies never
      }
    }
  } catch (error) {
    fail(String(error))
  }
  return {
    loaded,
    async measure(limits: { gentle: boolean; msPerImageToBeat: number; deadlineMs: number }) {
      worker?.postMessage({ backend, gentle: limits.gentle, msPerImageToBeat: limits.msPerImageToBeat })
      await beforeDeadline(ended, limits.deadlineMs)
      worker?.terminate()
      return trial
    },
  }
}

function beforeDeadline(work: Promise<unknown>, deadlineMs: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, Math.max(0, deadlineMs))
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
