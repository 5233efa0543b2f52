/** A run and everything that can be asked of it: commands in, reports out. Nothing here knows tfjs or a browser. */
import type { Batches, BatchesState } from '../data/batches.ts'
import { type Dataset, describeDataset } from '../data/sets.ts'
import { training } from '../network/spec.ts'
import type { Command, Problem, RunSettings, RunStatus } from '../protocol/messages.ts'
import { LossNotANumberError, train } from '../training/train.ts'
import type { Batch, TrainerState } from '../training/trainer.ts'
import { BackendFailure } from './deadline.ts'
import { type Choice, createEngine, type Refusal } from './engine.ts'
import { createEvaluator, type Moment } from './evaluator.ts'
import { createFrameLane } from './frameLane.ts'
import { createLoading, type DigitsLoaded } from './loading.ts'
import { createMailbox, type Job, runLoop } from './loop.ts'
import { createReporter, median } from './reporter.ts'
import type { WorkshopTools } from './tools.ts'
import { digitsFor } from './wall.ts'

/** A checkpoint is at most this old, in steps and in time: what a lost backend costs. */
const checkpointEvery = { steps: 100, ms: 15_000 }
/** Steps whose median is reported as the time of a step. */
const recentSteps = 20

type Checkpoint = {
  readonly network: TrainerState
  /** Null while there is no data. */
  readonly batches: BatchesState | null
  readonly atMs: number
}

/** What is to be done with the run, apart from what it is. */
type Intent = 'rest' | 'one-step' | 'train'

export type Workshop = {
  readonly receive: (command: Command) => void
  /** Works until something throws that nobody expected. */
  readonly work: () => Promise<never>
}

export function createWorkshop(tools: WorkshopTools): Workshop {
  const { post, nowMs } = tools
  const mailbox = createMailbox<Command | DigitsLoaded>()
  const engine = createEngine(tools)
  const evaluator = createEvaluator(tools)
  const frames = createFrameLane(tools)
  const loading = createLoading(tools, (loaded) => mailbox.put(loaded))
  const reporter = createReporter({ post, nowMs, situation })

  let settings: RunSettings = { seed: 1, stepLimit: training.stepLimit, backend: 'auto', gentle: false }
  /** The choice the engine was last asked for; null before the first. */
  let placed: Choice | null = null
  let run = 0
  let step = 0
  let intent: Intent = 'rest'
  let isFailed = false
  let digits: Dataset['splits'] | null = null
  let batches: Batches | null = null
  let lastBatch: Batch | null = null
  let checkpoint: Checkpoint | null = null
  let stepTimesMs: readonly number[] = []

  function status(): RunStatus {
    if (isFailed) return 'failed'
    if (engine.trainer() === null || digits === null) return 'starting'
    // A run is finished when its last evaluation is there, so that whoever sees `finished` sees the result.
    if (step >= settings.stepLimit && evaluator.isComplete(step)) return 'finished'
    if (intent === 'train') return 'training'
    return step === 0 ? 'ready' : 'paused'
  }

  function situation() {
    return { status: status(), run, step, settings, msPerStep: median(stepTimesMs) }
  }

  function moment(): Moment {
    const { stepLimit } = settings
    return { step, stepLimit, isTraining: intent === 'train', msPerStep: median(stepTimesMs), lastBatch }
  }

  function fail(problem: Problem) {
    isFailed = true
    intent = 'rest'
    post({ type: 'problem', problem })
  }

  /** Runs one operation on the network; when the backend fails, another one takes over and null is returned. */
  async function attempt(operation: () => Promise<void>): Promise<void> {
    try {
      await operation()
    } catch (error) {
      if (error instanceof LossNotANumberError) {
        // The weights are spoilt and stay so: pictures and numbers go on showing what is there. The checkpoint is
        // no way out either, the same steps would lead to the same end; starting over on another backend is.
        step = error.step
        fail({ code: 'loss-not-a-number', step, backend: engine.backend()?.name ?? 'cpu' })
        frames.weightsChanged()
        return
      }
      if (!(error instanceof BackendFailure)) throw error
      await takeOver(error.message)
    }
  }

  async function takeOver(reason: string) {
    const lost = engine.backend()
    if (lost === null || checkpoint === null) return
    reporter.flush()
    const repeatedSteps = step - checkpoint.network.step
    const refused = await engine.replace(settings, checkpoint.network, reason)
    sayWhere()
    complain(refused, null)
    const next = engine.backend()
    if (next === null) return
    step = checkpoint.network.step
    if (digits && checkpoint.batches !== null) {
      batches = tools.batchesFrom(digits.train, checkpoint.batches)
    }
    lastBatch = null
    evaluator.goBackTo(step)
    post({ type: 'takeover', from: lost.name, to: next.name, reason, repeatedSteps })
  }

  /** After a move to another backend. */
  function sayWhere() {
    stepTimesMs = []
    frames.weightsChanged()
    const backend = engine.backend()
    if (backend === null) return
    post({ type: 'backend', backend: backend.name, threads: backend.threads, trials: engine.trials() })
  }

  /** Says which wish could not be fulfilled, or that no backend works at all. */
  function complain(refused: readonly Refusal[], wanted: RunSettings['backend'] | null) {
    if (engine.backend() === null) {
      fail({
        code: 'no-backend-works',
        reasons: refused.map(({ backend, reason }) => `${backend}: ${reason}`),
      })
      return
    }
    const refusal = refused.find(({ backend }) => backend === wanted)
    if (refusal) post({ type: 'problem', problem: { code: 'backend-unavailable', ...refusal } })
  }

  /** A run at step 0 with these settings, on the data in use. */
  async function begin(next: RunSettings) {
    settings = next
    step = 0
    intent = 'rest'
    isFailed = false
    lastBatch = null
    evaluator.reset()
    reporter.forget()
    batches = digits && tools.firstBatches(digits.train, settings.seed)
    const network = tools.initialState(settings.seed)
    checkpoint = { network, batches: batches?.state() ?? null, atMs: nowMs() }
    frames.weightsChanged()
    let refused: readonly Refusal[] = []
    if (isPlaced(next)) {
      await attempt(() => engine.load(network))
    } else {
      placed = next
      refused = await engine.moveTo(next, network)
      sayWhere()
    }
    run++
    reporter.offer()
    complain(refused, next.backend)
  }

  function isPlaced({ backend, gentle }: Choice): boolean {
    return engine.trainer() !== null && placed?.backend === backend && placed.gentle === gentle
  }

  /** Moves the run as it is. A run that failed stays where it is; when it starts over, it does so on this backend. */
  async function moveTo(choice: Choice) {
    const present = engine.backend()?.name
    const isThere = present === choice.backend && (present !== 'wasm' || placed?.gentle === choice.gentle)
    settings = { ...settings, ...choice }
    if (isThere || checkpoint === null || (isFailed && present !== undefined)) return
    isFailed = false
    await attempt(async () => {
      if (present !== undefined) checkpoint = await takeCheckpoint()
      if (checkpoint === null) return
      placed = choice
      const refused = await engine.moveTo(choice, checkpoint.network)
      sayWhere()
      complain(refused, choice.backend)
    })
  }

  async function takeCheckpoint(): Promise<Checkpoint> {
    const network = await engine.perform((trainer) => trainer.read(), median(stepTimesMs))
    return { network, batches: batches?.state() ?? null, atMs: nowMs() }
  }

  async function takeDigits({ dataset, passedOver }: DigitsLoaded) {
    const isFirst = digits === null
    digits = dataset.splits
    post({ type: 'loaded', info: describeDataset(dataset), passedOver })
    frames.weightsChanged()
    if (isFirst && checkpoint && step === 0 && !isFailed) {
      batches = tools.firstBatches(digits.train, settings.seed)
      checkpoint = { ...checkpoint, batches: batches.state() }
      return
    }
    // A run has one set of data from its first step to its last: with another set it begins again.
    await begin(settings)
  }

  async function handle(command: Command | DigitsLoaded): Promise<void> {
    switch (command.type) {
      case 'open':
        if (command.remembered) engine.remember(command.remembered)
        settings = command.settings
        reporter.offer()
        await begin(command.settings)
        break
      case 'load-data':
        loading.load(command.request)
        break
      case 'cancel-load':
        loading.cancel()
        break
      case 'digits-loaded':
        await takeDigits(command)
        break
      case 'train':
        // Before data and backend are there, the wish is kept: the run begins as soon as it can.
        if (status() !== 'finished' && status() !== 'failed') intent = 'train'
        break
      case 'one-step':
        if (status() === 'ready' || status() === 'paused') intent = 'one-step'
        break
      case 'pause':
        intent = 'rest'
        break
      case 'start-over':
        await begin(command.settings)
        break
      case 'use-backend':
        await moveTo({ backend: command.backend, gentle: command.gentle })
        break
      case 'limit-steps':
        settings = { ...settings, stepLimit: command.stepLimit }
        break
      case 'watch':
        frames.watch(command)
        break
      case 'want-frame':
        frames.want()
        break
      case 'want-digits': {
        const answer = digitsFor(command, digits?.[command.split] ?? null)
        const { imagesNHW, labels, indices } = answer
        post(answer, [imagesNHW.buffer, labels.buffer, indices.buffer] as ArrayBuffer[])
        break
      }
      case 'evaluate':
        if (digits && !isFailed) evaluator.demand()
        break
      default:
        command satisfies never
    }
    reporter.offer()
  }

  const sendFrame: Job = {
    isDue: () => engine.trainer() !== null && frames.isDue(digits?.test ?? null, intent === 'train'),
    work: () =>
      attempt(() =>
        frames.send(digits?.test ?? null, { step, seed: settings.seed }, (operation) =>
          engine.perform(operation, median(stepTimesMs)),
        ),
      ),
  }

  const evaluate: Job = {
    isDue: () => digits !== null && engine.trainer() !== null && !isFailed && evaluator.isDue(moment()),
    work: async () => {
      await attempt(async () => {
        if (digits === null) return
        await evaluator.slice(moment(), digits.test, ({ imagesNHW, labels }) =>
          engine.perform((trainer) => trainer.evaluate(imagesNHW, labels), median(stepTimesMs)),
        )
      })
      if (status() === 'finished') intent = 'rest'
      reporter.offer()
    },
  }

  const update: Job = {
    isDue: () =>
      intent !== 'rest' &&
      !isFailed &&
      digits !== null &&
      engine.trainer() !== null &&
      step < settings.stepLimit,
    work: async () => {
      await attempt(async () => {
        const startMs = nowMs()
        const { stepLimit } = settings
        // A generator for each pull: the limit and the network may be other ones at the next.
        const done = await engine.perform(
          (trainer) => train(trainer, nextBatch, { stepLimit }).next(),
          median(stepTimesMs),
        )
        if (done.done) return
        stepTimesMs = [...stepTimesMs, nowMs() - startMs].slice(-recentSteps)
        step = done.value.step
        reporter.record(done.value)
        frames.weightsChanged()
        if (isCheckpointDue()) checkpoint = await takeCheckpoint()
      })
      if (intent === 'one-step') intent = 'rest'
      reporter.offer()
    },
  }

  function nextBatch(): Batch {
    if (batches === null) throw new Error('there is no data to train on')
    lastBatch = batches.nextBatch()
    return lastBatch
  }

  function isCheckpointDue(): boolean {
    if (checkpoint === null) return true
    const isOld = nowMs() - checkpoint.atMs >= checkpointEvery.ms
    return isOld || step - checkpoint.network.step >= checkpointEvery.steps
  }

  return {
    receive: (command) => mailbox.put(command),
    work: () =>
      runLoop({
        mailbox,
        handle,
        jobs: [sendFrame, evaluate, update],
        turn: tools.turn,
        idle: reporter.flush,
      }),
  }
}
