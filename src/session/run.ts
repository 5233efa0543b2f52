/** The page's handle on a run: it starts the worker, sends commands and keeps what the worker reports. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClassMeans } from '../data/classMeans.ts'
import type { Weight } from '../protocol/anatomy.ts'
import type { Comparison } from '../protocol/comparison.ts'
import type { KeptRun, StartWeights } from '../protocol/keep.ts'
import type {
  BackendName,
  Command,
  DataRequest,
  Report,
  RunSettings,
  WatchedDigit,
} from '../protocol/messages.ts'
import { type Busy, notBusy, withReport } from './busy.ts'
import { type ContinueOutcome, createContinuing } from './continuing.ts'
import type { Digits, DigitsQuery } from './digits.ts'
import { createFrameLane, type Frames } from './frames.ts'
import { writeAttributes } from './observable.ts'
import { createQueries } from './queries.ts'
import { noRecords, type Records, withFlows, withSummary } from './records.ts'
import { browserStorage, machineName, type SmallStorage } from './remembered.ts'
import { noSlowMotion, type SlowMotionState, withAnatomy, withCheck } from './slowMotion.ts'
import { spawnWorker, type WorkerLike } from './spawn.ts'
import { afterDeath, afterReport, contradictsTrials, type RunState, untouched } from './state.ts'
import { createTrialMemory } from './trialMemory.ts'

export type RunOptions = {
  readonly settings: RunSettings
  readonly data: DataRequest
  readonly digit: WatchedDigit
  /** Gets the observable attributes; usually `document.documentElement`. */
  readonly root: Element | null
  /** What keeps the run; each of its workers gets a port of its own. Null: nothing is kept. */
  readonly keeper?: RunKeeper | null
  /** The rest is for tests; the defaults are the browser's. */
  readonly spawn?: () => WorkerLike
  readonly storage?: SmallStorage | null
  readonly machine?: string
  readonly beforeNextPaint?: (paint: () => void) => void
  readonly nowMs?: () => number
}

export type RunKeeper = {
  portForRun(): MessagePort
  /** Another keeper took the place of one that died. */
  onRespawn(listener: () => void): () => void
}

export type Run = {
  readonly store: StoreApi<RunState>
  readonly frames: Frames
  train(): void
  pause(): void
  oneStep(): void
  /** One step, taken apart; training pauses for it. `place` is an image of its batch; null: that with the largest loss. */
  slowStep(place: number | null): void
  /** Another image of the batch of that step. */
  lookAtImage(place: number): void
  /** Measures the slope of the loss along a weight in that step; a later call replaces this one, null ends it. */
  checkSlope(weight: Weight | null): void
  /** The last slow step. */
  readonly slowMotion: StoreApi<SlowMotionState>
  /**
   * Back to step 0, with a new worker where it died; what is not given stays as it is. `weights` of a file are what it begins
   * with; without, the same seed begins as before, another one with a network drawn from it.
   */
  startOver(changes?: Partial<RunSettings>, weights?: StartWeights): void
  /** A kept run takes the place of this one, paused where it stands. Its digits are loaded where they can be had. */
  continueWith(kept: KeptRun, signal?: AbortSignal): Promise<ContinueOutcome>
  /** What is not kept yet is kept now. */
  keep(): void
  /** Training takes less of the machine for half a second. */
  giveWay(): void
  /** Moves the run as it is to another backend; `auto` takes the fastest. */
  switchBackend(backend: BackendName | 'auto', options: { readonly gentle: boolean }): void
  limitSteps(stepLimit: number): void
  /** Evaluates all test images now. */
  evaluate(): void
  /** Ends the evaluation under way, whoever wanted it; the one before stays. */
  cancelEvaluation(): void
  /** Loads another set. When it is there the run starts over with it; until then, and if it fails, nothing changes. */
  load(request: DataRequest): void
  cancelLoad(): void
  /** Real digits for a wall, e.g. the first 100 sevens. None while no data is loaded. Rejects if the worker dies. */
  requestDigits(query: DigitsQuery): Promise<Digits>
  /** The average training image of each class. Comes when data is there. Rejects if the worker dies. */
  requestAverages(): Promise<ClassMeans>
  /** How near the training images are to an image of 784 bytes; a later call replaces this one, null ends it. */
  compare(imageHW: Uint8Array | null): void
  /** What has been found out so far about the image of the last `compare`; null while nothing is. */
  readonly comparison: StoreApi<{ readonly found: Comparison | null }>
  /** What the run has written down so far. */
  readonly records: StoreApi<Records>
  /** What the worker's last minute went into, second by second. */
  readonly busy: StoreApi<Busy>
  /** After the worker died: a new worker, at step 0, with the same settings, data, and weights of a file. */
  restart(): void
  dispose(): void
}

export function createRun(options: RunOptions): Run {
  const {
    spawn = spawnWorker,
    storage = browserStorage(),
    machine = machineName(),
    beforeNextPaint = (paint) => requestAnimationFrame(paint),
    nowMs = () => performance.now(),
  } = options
  let tracked = untouched(options.settings)
  const store = createStore<RunState>(() => tracked.state)
  const frames = createFrameLane({ digit: options.digit, send, beforeNextPaint })
  const digits = createQueries<Digits>()
  const averages = createQueries<ClassMeans>()
  const comparison = createStore<{ readonly found: Comparison | null }>(() => ({ found: null }))
  const records = createStore<Records>(() => noRecords)
  const slowMotion = createStore<SlowMotionState>(() => noSlowMotion)
  const busy = createStore<Busy>(() => notBusy)
  let compareId = 0
  /** What brought the set in use, for a new worker to load again. */
  let data = options.data
  /** Of a file: what the run begins with where its seed does not tell it, for a new worker too. */
  let weights: StartWeights | null = null
  let worker: WorkerLike | null = null
  const trialMemory = createTrialMemory(storage, machine)
  const continuing = createContinuing({
    send,
    state: () => tracked.state,
    automatic: options.data,
    revive(settings) {
      close('continue')
      weights = null
      open(settings)
    },
  })
  options.keeper?.onRespawn(keepWith)
  open(options.settings)

  function send(command: Command, transfer: readonly Transferable[] = []) {
    worker?.postMessage(command, [...transfer])
  }

  function publish(next: typeof tracked) {
    tracked = next
    // The attributes go first: whoever hears of a new state finds it on the page already.
    if (options.root) writeAttributes(options.root, next.state)
    store.setState(next.state, true)
  }

  function open(settings: RunSettings) {
    try {
      worker = spawn()
    } catch (error) {
      died(String(error))
      return
    }
    worker.onmessage = ({ data: report }) => receive(report)
    worker.onerror = (event) => died(event.message || 'error')
    worker.onmessageerror = () => died('messageerror')
    publish(untouched(settings))
    records.setState(noRecords, true)
    slowMotion.setState(noSlowMotion, true)
    keepWith()
    send({ type: 'open', settings, remembered: trialMemory.recall() })
    send({ type: 'load-data', request: data })
    frames.reopen()
  }

  function keepWith() {
    const port = worker && options.keeper?.portForRun()
    if (port) send({ type: 'keep-with', port }, [port])
  }

  function close(reason: string) {
    worker?.terminate()
    worker = null
    digits.rejectAll(reason)
    averages.rejectAll(reason)
    comparison.setState({ found: null })
    busy.setState(notBusy, true)
  }

  function died(reason: string) {
    close(reason)
    continuing.giveUp()
    publish(afterDeath(tracked, reason))
  }

  function receive(report: Report) {
    switch (report.type) {
      case 'frame':
        frames.receive(report)
        return
      case 'digits':
        digits.resolve(report.id, report)
        return
      case 'averages':
        averages.resolve(report.id, report)
        return
      case 'comparison':
        if (report.id === compareId) comparison.setState({ found: report })
        return
      case 'summary':
        records.setState(withSummary(records.getState(), report.run, report.summary), true)
        return
      case 'flows':
        records.setState(withFlows(records.getState(), report.run, report.flows), true)
        return
      case 'anatomy':
        slowMotion.setState(withAnatomy(slowMotion.getState(), report), true)
        return
      case 'slope-check':
        slowMotion.setState(withCheck(slowMotion.getState(), report), true)
        return
      case 'status':
        if (report.run !== tracked.state.run || report.status === 'failed')
          slowMotion.setState(noSlowMotion, true)
        break
      case 'busy':
        busy.setState(withReport(busy.getState(), report.busy), true)
        return
      case 'backend':
        trialMemory.keep(report.trials)
        break
      case 'takeover':
        // A device lost today may work tomorrow.
        trialMemory.doubt()
        break
      case 'loaded':
        data = report.request
        break
    }
    const restored = continuing.before(report)
    if (restored) {
      tracked = { state: restored.state, pace: [], stepsHere: 0 }
      records.setState(restored.records, true)
      weights = restored.weights
    }
    publish(afterReport(tracked, report, nowMs()))
    continuing.after(report)
    if (!trialMemory.isDoubtful() && contradictsTrials(tracked)) trialMemory.doubt()
  }

  function startOver(changes: Partial<RunSettings> = {}, given?: StartWeights) {
    continuing.giveUp()
    const settings = { ...tracked.state.settings, ...changes }
    const isSame = settings.seed === tracked.state.settings.seed
    weights = given ?? (isSame ? weights : null)
    const isNew = worker === null
    if (isNew) open(settings)
    if (!isNew || weights) send({ type: 'start-over', settings, ...(weights && { weights }) })
  }

  return {
    store,
    frames,
    train: () => send({ type: 'train' }),
    pause: () => send({ type: 'pause' }),
    oneStep: () => send({ type: 'one-step' }),
    slowStep(place) {
      const { status } = tracked.state
      if (status !== 'ready' && status !== 'paused' && status !== 'training') return
      slowMotion.setState({ isComing: true })
      send({ type: 'slow-step', place })
    },
    lookAtImage: (place) => send({ type: 'slow-look', place }),
    checkSlope(weight) {
      slowMotion.setState({ check: weight && { ...weight, done: 0, found: null } })
      send({ type: 'check-slope', weight })
    },
    slowMotion,
    startOver,
    continueWith: continuing.begin,
    keep: () => send({ type: 'keep' }),
    giveWay: () => send({ type: 'give-way' }),
    switchBackend: (backend, { gentle }) => send({ type: 'use-backend', backend, gentle }),
    limitSteps: (stepLimit) => send({ type: 'limit-steps', stepLimit }),
    evaluate: () => send({ type: 'evaluate' }),
    cancelEvaluation: () => send({ type: 'cancel-evaluation' }),
    load: (request) => send({ type: 'load-data', request }),
    cancelLoad: () => send({ type: 'cancel-load' }),
    requestDigits: (query) =>
      digits.ask(worker !== null, (id) => send({ type: 'want-digits', id, ...query })),
    requestAverages: () => averages.ask(worker !== null, (id) => send({ type: 'want-averages', id })),
    records,
    busy,
    comparison,
    compare(imageHW) {
      comparison.setState({ found: null })
      compareId++
      send({ type: 'compare', id: compareId, imageHW })
    },
    restart() {
      close('restart')
      startOver()
    },
    dispose: () => close('disposed'),
  }
}
