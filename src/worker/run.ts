/** The run itself: where it stands, on which backend, and what happens when that fails. */
import type { Dataset } from '../data/sets.ts'
import { training } from '../network/spec.ts'
import type { RunId } from '../protocol/keep.ts'
import type { BackendTrial, Problem, RunSettings, RunStatus } from '../protocol/messages.ts'
import { LossNotANumberError, train } from '../training/train.ts'
import type { Trainer } from '../training/trainer.ts'
import { type Checkpoint, isOld } from './checkpoint.ts'
import { BackendFailure } from './deadline.ts'
import { type Choice, createEngine, type Refusal } from './engine.ts'
import { createFeed } from './feed.ts'
import { createIntent } from './intent.ts'
import { createMeasurements, type Moment } from './measurements.ts'
import { once } from './once.ts'
import { problemOf } from './refusals.ts'
import { createReporter } from './reporter.ts'
import type { SlowMotion } from './slowMotion.ts'
import type { WorkshopTools } from './tools.ts'
import { createUpdates } from './updates.ts'

export type Run = ReturnType<typeof createRun>

/** `weightsChanged` is called whenever pictures of the network are no longer true. */
export function createRun(tools: WorkshopTools, slowMotion: SlowMotion, weightsChanged: () => void) {
  const { post, nowMs } = tools
  const engine = createEngine(tools)
  const reporter = createReporter({ post, nowMs, situation })
  const intent = createIntent()
  const feed = createFeed(tools)
  const measurements = createMeasurements(tools, feed)

  const updates = createUpdates({
    nowMs,
    // A generator for each pull: the limit and the network may be other ones at the next.
    begin: () => perform((trainer) => train(trainer, feed.next, { ...settings, wishesFor }).next()),
    mayOverlap,
    count({ record, result }) {
      step = record.step
      feed.count(result)
      slowMotion.took(result, feed.last(), { run, step })
      measurements.keep(result)
      reporter.record(record, result.flow)
      weightsChanged()
    },
  })

  let settings: RunSettings = { seed: 1, stepLimit: training.stepLimit, backend: 'auto', gentle: false }
  /** The choice the engine was last asked for; null before the first. */
  let placed: Choice | null = null
  let [run, step] = [0, 0]
  let id: RunId = tools.newRunId()
  let isFailed = false
  let digits: Dataset['splits'] | null = null
  let checkpoint: Checkpoint | null = null

  function status(): RunStatus {
    if (isFailed) return 'failed'
    if (engine.trainer() === null || digits === null) return 'starting'
    // A run is finished when its last evaluation and summary are there: whoever sees `finished` sees the result.
    if (step >= settings.stepLimit && measurements.isComplete(step)) return 'finished'
    if (intent.isTraining()) return 'training'
    return step === 0 ? 'ready' : 'paused'
  }

  function situation() {
    return { status: status(), run, id, step, settings, msPerStep: updates.msPerStep() }
  }

  function moment(): Moment {
    const isTraining = !intent.isResting()
    return { ...situation(), ...settings, isTraining, lastBatch: feed.last()?.batch ?? null }
  }

  const perform = <Result>(operation: (trainer: Trainer) => Promise<Result>) =>
    engine.perform(operation, updates.msPerStep())

  function fail(problem: Problem) {
    isFailed = true
    intent.rest()
    updates.drop()
    post({ type: 'problem', problem })
  }

  /**
   * Does something with the network. When the backend fails, another one takes over, the wished one if it can; what was
   * begun is lost.
   */
  async function attempt(operation: () => Promise<void>, wished: Choice['backend'] = 'auto'): Promise<void> {
    try {
      await operation()
    } catch (error) {
      if (error instanceof LossNotANumberError) {
        // The weights are spoilt and stay so: pictures and numbers go on showing what is there. The checkpoint is
        // no way out either, the same steps would lead to the same end; starting over on another backend is.
        step = error.step
        fail({ code: 'loss-not-a-number', step, backend: engine.backend()?.name ?? 'cpu' })
        weightsChanged()
        return
      }
      if (!(error instanceof BackendFailure)) throw error
      await takeOver(error.message, wished)
    }
  }

  async function takeOver(reason: string, wished: Choice['backend']) {
    updates.drop()
    const lost = engine.backend()
    if (lost === null || checkpoint === null) return
    reporter.flush()
    const { network } = checkpoint
    const repeatedSteps = step - network.step
    const choice = { backend: wished, gentle: settings.gentle }
    const refused = await engine.replace(choice, () => network, reason)
    sayWhere()
    complain(refused, wished)
    const next = engine.backend()
    if (next === null) return
    step = network.step
    feed.goBackTo(checkpoint.batches)
    measurements.goBackTo(step)
    post({ type: 'takeover', from: lost.name, to: next.name, reason, repeatedSteps })
  }

  /** After a move to another backend. */
  function sayWhere() {
    updates.forgetTimes()
    weightsChanged()
    const backend = engine.backend()
    if (backend === null) return
    const { name, threads, kernels } = backend
    post({ type: 'backend', backend: name, threads, kernels, trials: engine.trials() })
  }

  /** Says which wish could not be fulfilled, or that no backend works at all. */
  function complain(refused: readonly Refusal[], wanted: Choice['backend']) {
    const problem = problemOf(refused, wanted, { isAnyLeft: engine.backend() !== null })
    if (problem?.code === 'no-backend-works') fail(problem)
    else if (problem) post({ type: 'problem', problem })
  }

  /** A run at step 0 with these settings, on the data in use. */
  async function begin(next: RunSettings) {
    settings = next
    id = tools.newRunId()
    step = 0
    intent.rest()
    isFailed = false
    slowMotion.forget()
    measurements.reset()
    reporter.forget()
    feed.begin(digits?.train ?? null, settings.seed)
    const network = once(() => tools.initialState(settings.seed))
    weightsChanged()
    let refused: readonly Refusal[] = []
    if (isPlaced(next)) {
      checkpoint = { network: network(), batches: feed.state(), atMs: nowMs() }
      await attempt(() => engine.load(network()))
    } else {
      placed = next
      refused = await engine.moveTo(next, network)
      checkpoint = { network: network(), batches: feed.state(), atMs: nowMs() }
      sayWhere()
    }
    run++
    reporter.offer()
    complain(refused, next.backend)
  }

  const isPlaced = ({ backend, gentle }: Choice) =>
    engine.trainer() !== null && placed?.backend === backend && placed.gentle === gentle

  /** Moves the run as it is. A run that failed stays where it is; when it starts over, it does so on this backend. */
  async function moveTo(choice: Choice) {
    const present = engine.backend()?.name
    const isThere = present === choice.backend && (present !== 'wasm' || placed?.gentle === choice.gentle)
    settings = { ...settings, ...choice }
    if (isThere || checkpoint === null || (isFailed && present !== undefined)) return
    isFailed = false
    await attempt(async () => {
      placed = choice
      if (present !== undefined) checkpoint = await takeCheckpoint()
      if (checkpoint === null) return
      const { network } = checkpoint
      const refused = await engine.moveTo(choice, () => network)
      sayWhere()
      complain(refused, choice.backend)
    }, choice.backend)
  }

  async function takeCheckpoint(): Promise<Checkpoint> {
    const network = await perform((trainer) => trainer.read())
    return { network, batches: feed.state(), atMs: nowMs() }
  }

  async function takeDigits(splits: Dataset['splits']) {
    const isFirst = digits === null
    digits = splits
    weightsChanged()
    if (isFirst && checkpoint && step === 0 && !isFailed) {
      feed.begin(digits.train, settings.seed)
      checkpoint = { ...checkpoint, batches: feed.state() }
      return
    }
    // A run has one set of data from its first step to its last: with another set it begins again.
    await begin(settings)
  }

  const wishesFor = (next: number) => ({
    ...measurements.wishesFor(next, settings.stepLimit),
    ...slowMotion.wishes(),
  })

  const isCheckpointDue = (at: number) => checkpoint === null || isOld(checkpoint, at, nowMs())

  /**
   * Whether the next update may be queued before the numbers of this one are back, so that a GPU need not wait for them:
   * where nothing else is to be done with the network in between. What computes before it answers would gain nothing.
   */
  function mayOverlap(): boolean {
    const queued = engine.trainer()?.stepCount() ?? step
    if (!intent.isTraining() || !engine.backend()?.mayHang || queued >= settings.stepLimit) return false
    return !isCheckpointDue(queued) && !measurements.isDue({ ...moment(), step: queued })
  }

  async function update() {
    await attempt(async () => {
      const isSettled = await updates.next()
      if (isSettled && isCheckpointDue(step)) checkpoint = await takeCheckpoint()
    })
    intent.stepDone()
    if (!intent.isTraining() && step >= settings.stepLimit) intent.rest()
  }

  /** The end of a run is measured after its last step; with that it comes to rest. */
  async function measure(slice: typeof measurements.evaluateSlice) {
    await attempt(async () => {
      if (digits !== null) await slice(moment(), digits.test, perform)
    })
    if (status() === 'finished') intent.rest()
  }

  const isAlive = () => engine.trainer() !== null && digits !== null && !isFailed

  return {
    hasNetwork: () => engine.trainer() !== null,
    threadsBusyMs: () => engine.backend()?.threadsBusyMs() ?? [],
    digits: () => digits,
    step: () => step,
    seed: () => settings.seed,
    isTraining: intent.isTraining,
    isUpdateDue: () => isAlive() && !intent.isResting() && step < settings.stepLimit,
    isEvaluationDue: () => isAlive() && measurements.isEvaluationDue(moment()),
    isRecordingDue: () => isAlive() && measurements.isRecordingDue(moment()),
    update,
    async settle() {
      if (updates.isUnderway()) await attempt(updates.settle)
    },
    evaluateSlice: () => measure(measurements.evaluateSlice),
    recordSlice: () => measure(measurements.recordSlice),
    /** What the last update saw; before the first, what it will see. */
    seenBatch: () =>
      feed.current(({ imagesNHW, labels }) => perform((trainer) => trainer.evaluate(imagesNHW, labels))),
    /** Of something to do with the network: `attempt` does it, `perform` inside of it asks the network. */
    attempt,
    perform,
    /** The first run. `remembered` trials need not be measured again. */
    async open(first: RunSettings, remembered: readonly BackendTrial[] | null) {
      if (remembered) engine.remember(remembered)
      settings = first
      reporter.offer()
      await begin(first)
    },
    begin,
    moveTo,
    takeDigits,
    /** Before data and backend are there, the wish is kept: the run begins as soon as it can. */
    train() {
      if (status() !== 'finished' && status() !== 'failed') intent.train()
    },
    oneStep() {
      if (status() === 'ready' || status() === 'paused') intent.oneStep()
    },
    /** Training pauses for it. */
    slowStep(place: number | null) {
      if (status() !== 'ready' && status() !== 'paused' && status() !== 'training') return
      slowMotion.wish(place)
      intent.oneStep()
    },
    pause: intent.rest,
    limitSteps(stepLimit: number) {
      settings = { ...settings, stepLimit }
      // Finished by this, it must not run on by itself when the limit is raised again.
      if (status() === 'finished') intent.rest()
    },
    demandEvaluation: () => isAlive() && measurements.demandEvaluation(),
    cancelEvaluation: measurements.cancelEvaluation,
    report: reporter.offer,
    reportAll: reporter.flush,
  }
}
