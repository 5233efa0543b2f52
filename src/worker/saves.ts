/**
 * Reads where a run stands, at most as often as it may cost: to go on from there when a backend is lost, and to be kept on this
 * device. Both are one reading. It only reads: with and without, a run gives the same weights.
 */
import type { NetworkValues } from '../network/spec.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { RunSettings } from '../protocol/messages.ts'
import type { StepTrace } from '../protocol/record.ts'
import { isSnapshotDue } from '../tape/schedule.ts'
import type { Trainer } from '../training/trainer.ts'
import type { Feed } from './feed.ts'
import type { Facts, Keeping } from './keeping.ts'

/** What a crash may cost, in steps or in time, whichever is less. */
const oldest = { steps: 100, ms: 10_000 }
/** Of the time of training. Where steps are fast, 100 of them take less than a checkpoint is worth: then it waits, up to `oldest.ms`. */
const largestShare = 0.02

export type SaveMoment = {
  readonly step: number
  readonly settings: RunSettings
  /** The next update is about to begin. */
  readonly isUpdateDue: boolean
  /** This step is still being measured: what is found belongs to its checkpoint, where that can wait. */
  readonly isMeasuring: boolean
}

export type SavesOptions = {
  readonly nowMs: () => number
  readonly keeping: Keeping
  readonly feed: Feed
  readonly perform: <Result>(operation: (trainer: Trainer) => Promise<Result>) => Promise<Result>
  /** Of the last update, where it waits for its summary. */
  readonly trace: () => StepTrace | null
  /** Called before a checkpoint is handed on: what is still to be reported belongs to it. */
  readonly report: () => void
  readonly facts: () => Facts
}

export type Saves = ReturnType<typeof createSaves>

export function createSaves({ nowMs, keeping, feed, perform, trace, report, facts }: SavesOptions) {
  let latest: Checkpoint | null = null
  /** Memory of the last reading. Each reading fills it again, so checkpoints of before must not be looked at any more. */
  let ours: NetworkValues | null = null
  let savedAtMs = 0
  /** What reading has cost since the last checkpoint, with that. */
  let spentMs = 0
  /** The last step whose network went onto the tape. */
  let tapedStep: number | null = null
  let isWished = false

  function isOld(step: number): boolean {
    const ageMs = nowMs() - savedAtMs
    const costMs = spentMs + keeping.writingMs()
    const steps = latest === null ? Number.POSITIVE_INFINITY : step - latest.network.step
    if (steps <= 0) return false
    return ageMs >= oldest.ms || (steps >= oldest.steps && ageMs * largestShare >= costMs)
  }

  const isCheckpointDue = ({ step, settings, isMeasuring }: SaveMoment) =>
    (!isMeasuring && isOld(step)) || (isWished && keeping.isFree() && keeping.isNews(step, settings))

  /** That of step 0 can wait until the run leaves it: most visitors look first. */
  function isTapeDue({ step, settings, isUpdateDue }: SaveMoment): boolean {
    if (!keeping.isConnected() || tapedStep === step || (step === 0 && !isUpdateDue)) return false
    return isSnapshotDue(step, settings.stepLimit)
  }

  function stand(checkpoint: Checkpoint | null) {
    latest = checkpoint
    savedAtMs = nowMs()
    spentMs = 0
    isWished = false
  }

  async function read(): Promise<Checkpoint> {
    const startMs = nowMs()
    const network = await perform((trainer) => trainer.read(ours))
    ours = network
    const checkpoint = { network, batches: feed.state(), seen: feed.kept(), trace: trace() }
    stand(checkpoint)
    spentMs = nowMs() - startMs
    return checkpoint
  }

  function hand(checkpoint: Checkpoint) {
    const startMs = nowMs()
    report()
    keeping.checkpoint(checkpoint, facts())
    spentMs += nowMs() - startMs
  }

  async function tape({ step, settings: { seed } }: SaveMoment, read: Checkpoint | null) {
    const startMs = nowMs()
    if (step === 0)
      await feed.current(({ imagesNHW, labels }) => perform((t) => t.evaluate(imagesNHW, labels)))
    const spare = read ? null : keeping.takeSpareParameters()
    const parameters = read?.network.parameters ?? (await perform((trainer) => trainer.readParameters(spare)))
    keeping.snapshot({ step, seed, parameters, batch: feed.kept() }, { transfer: read === null })
    tapedStep = step
    spentMs += nowMs() - startMs
  }

  return {
    latest: () => latest,
    /** The run stands here, and this is known already: a run from its start, or a kept one. */
    start(checkpoint: Checkpoint | null, { isTaped = false } = {}) {
      stand(checkpoint)
      tapedStep = isTaped && checkpoint ? checkpoint.network.step : null
    },
    /** The digits came. */
    setBatches() {
      if (latest) latest = { ...latest, batches: feed.state() }
    },
    isDue: (moment: SaveMoment) => isTapeDue(moment) || isCheckpointDue(moment),
    /** What is due, each number read once. The weights must not change meanwhile. */
    async save(moment: SaveMoment) {
      const isRead = isCheckpointDue(moment)
      const checkpoint = isRead ? await read() : null
      // A step of the tape that is kept without its checkpoint is taken back; the other way round it would be missing.
      if (isTapeDue(moment)) await tape(moment, checkpoint)
      if (checkpoint && keeping.isFree() && keeping.isNews(moment.step, moment.settings)) hand(checkpoint)
    },
    /** The run is about to move, or to make room for another one: the last chance to read it. */
    async saveNow({ step, settings }: SaveMoment): Promise<Checkpoint> {
      const checkpoint = await read()
      if (keeping.isNews(step, settings)) hand(checkpoint)
      return checkpoint
    },
    isNews: ({ step, settings }: SaveMoment) => keeping.isNews(step, settings),
    /** What is new is to be kept at once. */
    wish({ step, settings }: SaveMoment) {
      isWished = keeping.isNews(step, settings)
    },
    /** A backend was lost; the run stands at the latest checkpoint again. */
    goBack(step: number) {
      savedAtMs = nowMs()
      if (tapedStep !== null && tapedStep > step) tapedStep = null
      keeping.goBackTo(step)
    },
  }
}
