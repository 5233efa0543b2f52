/**
 * Measures the backends, each in a worker of its own that is ended at a deadline: a GPU imitated in software needs
 * seconds for one step and cannot be interrupted in any other way. All load their code at the same time; then
 * they compute one after another, because two at once would measure each other.
 */
import type { BackendName, BackendTrial } from '../protocol/messages.ts'
import type { TrialCommand, TrialReport } from './trialMessages.ts'

export type TrialWorker = {
  onmessage: ((event: MessageEvent<TrialReport>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(command: TrialCommand): void
  terminate(): void
}

/** All of the choice, from start to end. */
const totalMs = 2500

/** WASM first: it works nearly everywhere, and its time tells the others when to give up. */
const measuredBackends = ['wasm', 'webgpu', 'webgl'] as const satisfies readonly BackendName[]

const timeShares = [0.7, 0.5, 1]

export async function measureBackends(options: {
  readonly gentle: boolean
  readonly spawn: () => TrialWorker
  readonly nowMs: () => number
}): Promise<readonly BackendTrial[]> {
  const { gentle, spawn, nowMs } = options
  const endMs = nowMs() + totalMs
  const candidates = measuredBackends.map((backend) => candidate(backend, spawn))
  await beforeDeadline(Promise.all(candidates.map(({ loaded }) => loaded)), 0.5 * totalMs)
  const trials: BackendTrial[] = []
  let msPerImageToBeat = Number.POSITIVE_INFINITY
  for (const [i, { measure }] of candidates.entries()) {
    // Part of the time that is left: most of it for WASM, which is the only one many machines have.
    const share = timeShares[i] ?? 1
    const trial = await measure({ gentle, msPerImageToBeat, deadlineMs: share * (endMs - nowMs()) })
    if (trial.outcome === 'measured') msPerImageToBeat = Math.min(msPerImageToBeat, trial.msPerImage)
    trials.push(trial)
  }
  return trials
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
