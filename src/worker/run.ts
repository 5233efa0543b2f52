/** The run itself: where it stands, on which backend, and what happens when that fails. */
import type { BackendTrial, Problem, RunSettings, RunStatus } from '../protocol/messages.ts'
import { LossNotANumberError, train } from '../training/train.ts'
import type { Trainer } from '../training/trainer.ts'
import { createChanges } from './changes.ts'
import { BackendFailure } from './deadline.ts'
import { type Choice, createEngine } from './engine.ts'
import { createFeed } from './feed.ts'
import { createIntent } from './intent.ts'
import type { Keeping } from './keeping.ts'
import { createMeasurements, type Moment } from './measurements.ts'
import { createPlacing } from './placing.ts'
import { createReporter } from './reporter.ts'
import { createSaves } from './saves.ts'
import type { SlowMotion } from './slowMotion.ts'
import { startingPoint } from './standing.ts'
import type { WorkshopTools } from './tools.ts'
import { createUpdates } from './updates.ts'

export type Run = ReturnType<typeof createRun>

export type RunOptions = {
  readonly slowMotion: SlowMotion
  readonly keeping: Keeping
  /** Called whenever pictures of the network are no longer true. */
  readonly weightsChanged: () => void
}

export function createRun(tools: WorkshopTools, { slowMotion, keeping, weightsChanged }: RunOptions) {
  const { post, nowMs } = tools
  const at = startingPoint(tools)
  const engine = createEngine(tools)
  const reporter = createReporter({ post, nowMs, situation })
  /** Somebody else needs the machine. */
  let givesWay = false
  const intent = createIntent()
  const feed = createFeed(tools)
  const measurements = createMeasurements(tools, feed)
  const placing = createPlacing({
    engine,
    post,
    moved() {
      updates.forgetTimes()
      weightsChanged()
    },
    failed: fail,
  })
  const saves = createSaves({
    nowMs,
    keeping,
    feed,
    perform,
    trace: () => measurements.pendingTrace(at.step),
    report: reporter.flush,
    facts,
  })

  const updates = createUpdates({
    nowMs,
    // A generator for each pull: the limit and the network may be other ones at the next.
    begin: () => perform((trainer) => train(trainer, feed.next, { ...at.settings, wishesFor }).next()),
    mayOverlap,
    isTimed: () => !givesWay,
    count({ record, result }) {
      at.step = record.step
      feed.count(result)
      slowMotion.took(result, feed.last(), at)
      measurements.keep(result)
      reporter.record(record, result.flow)
      weightsChanged()
    },
  })

  function status(): RunStatus {
    if (at.isFailed) return 'failed'
    if (engine.trainer() === null || at.digits === null) return 'starting'
    // A run is finished when its last evaluation and summary are there: whoever sees `finished` sees the result.
    if (at.step >= at.settings.stepLimit && measurements.isComplete(at.step)) return 'finished'
    if (intent.isTraining()) return 'training'
    return at.step === 0 ? 'ready' : 'paused'
  }

  function situation() {
    const { run, step, settings, beginning } = at
    const { id, origin } = beginning
    return { status: status(), run, id, origin, step, settings, msPerStep: updates.msPerStep() }
  }

  function moment(): Moment {
    const isTraining = !intent.isResting()
    return { ...situation(), ...at.settings, isTraining, lastBatch: feed.last()?.batch ?? null }
  }

  function saveMoment() {
    const now = moment()
    const isMeasuring = measurements.isEvaluationDue(now) || measurements.isRecordingDue(now)
    return { step: at.step, settings: at.settings, isUpdateDue: isUpdateDue(), isMeasuring }
  }

  function facts() {
    const { name: backend, threads, kernels } = engine.backend() ?? { name: null, threads: 1, kernels: null }
    return { settings: at.settings, data: at.data, means: { backend, threads, kernels } }
  }

  function perform<Result>(operation: (trainer: Trainer) => Promise<Result>) {
    return engine.perform(operation, updates.msPerStep())
  }

  function fail(problem: Problem) {
    at.isFailed = true
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
        at.step = error.step
        fail({ code: 'loss-not-a-number', step: error.step, backend: engine.backend()?.name ?? 'cpu' })
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
    const checkpoint = saves.latest()
    if (lost === null || checkpoint === null) return
    reporter.flush()
    const { network } = checkpoint
    const repeatedSteps = at.step - network.step
    const choice = { backend: wished, gentle: at.settings.gentle }
    const refused = await engine.replace(choice, () => network, reason)
    placing.sayWhere()
    placing.complain(refused, wished)
    const next = engine.backend()
    if (next === null) return
    at.step = network.step
    feed.goBackTo(checkpoint.batches, checkpoint.seen)
    measurements.goBackTo(at.step)
    saves.goBack(at.step)
    post({ type: 'takeover', from: lost.name, to: next.name, reason, repeatedSteps })
  }

  const wishesFor = (next: number) => ({
    ...measurements.wishesFor(next, at.settings.stepLimit),
    ...slowMotion.wishes(),
  })

  /**
   * Whether the next update may be queued before the numbers of this one are back, so that a GPU need not wait for them:
   * where nothing else is to be done with the network in between. What computes before it answers would gain nothing.
   */
  function mayOverlap(): boolean {
    const queued = engine.trainer()?.stepCount() ?? at.step
    if (!intent.isTraining() || !engine.backend()?.mayHang || queued >= at.settings.stepLimit) return false
    return (
      !saves.isDue({ ...saveMoment(), step: queued, isMeasuring: false }) &&
      !measurements.isDue({ ...moment(), step: queued })
    )
  }

  async function update() {
    const before = at.step
    await attempt(async () => void (await updates.next()))
    // What went with a backend is still owed: the next one makes it.
    if (at.step > before) intent.stepDone()
    else intent.owe(before - at.step)
    if (!intent.isTraining() && at.step >= at.settings.stepLimit) intent.rest()
  }

  /** The end of a run is measured after its last step; with that it comes to rest. */
  async function measure(slice: typeof measurements.evaluateSlice) {
    await attempt(async () => {
      if (at.digits !== null) await slice(moment(), at.digits.test, perform)
    })
    if (status() !== 'finished') return
    intent.rest()
    saves.wish(saveMoment())
  }

  const isAlive = () => engine.trainer() !== null && at.digits !== null && !at.isFailed
  const isUpdateDue = () => isAlive() && !intent.isResting() && at.step < at.settings.stepLimit

  const changes = createChanges({
    ...{ at, tools, engine, placing, feed, measurements, reporter, saves, keeping, intent, slowMotion },
    ...{ weightsChanged, attempt, isAlive, saveMoment },
  })

  return {
    hasNetwork: () => engine.trainer() !== null,
    /** Until told otherwise, steps take as long as they may and are no measure of the machine. */
    giveWay(gives: boolean) {
      givesWay = gives
      engine.backend()?.giveWay(gives)
    },
    threadsBusyMs: () => engine.backend()?.threadsBusyMs() ?? [],
    digits: () => at.digits,
    step: () => at.step,
    seed: () => at.settings.seed,
    isTraining: intent.isTraining,
    first: () => at.beginning.first,
    isUpdateDue,
    isEvaluationDue: () => isAlive() && measurements.isEvaluationDue(moment()),
    isRecordingDue: () => isAlive() && measurements.isRecordingDue(moment()),
    isSaveDue: () => isAlive() && saves.isDue(saveMoment()),
    save: () => attempt(() => saves.save(saveMoment())),
    /** Whether something is there to be kept that waits for nothing. */
    isUnkept: () => isAlive() && keeping.isFree() && saves.isNews(saveMoment()),
    keep: () => isAlive() && saves.wish(saveMoment()),
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
      at.settings = first
      reporter.offer()
      await changes.begin(first)
    },
    ...changes,
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
    pause() {
      intent.rest()
      if (isAlive()) saves.wish(saveMoment())
    },
    limitSteps(stepLimit: number) {
      at.settings = { ...at.settings, stepLimit }
      // Finished by this, it must not run on by itself when the limit is raised again.
      if (status() === 'finished') intent.rest()
    },
    demandEvaluation: () => isAlive() && measurements.demandEvaluation(),
    cancelEvaluation: measurements.cancelEvaluation,
    report: reporter.offer,
    reportAll: reporter.flush,
  }
}
