/** What becomes of a run: another one takes its place, a kept one goes on, it moves elsewhere, or gets other digits. */
import type { Dataset } from '../data/sets.ts'
import type { Continuation, DataMark, StartWeights } from '../protocol/keep.ts'
import type { RunSettings } from '../protocol/messages.ts'
import { keptBeginning, newBeginning, ownWeights } from './beginning.ts'
import type { Choice, Engine, Refusal } from './engine.ts'
import type { Feed } from './feed.ts'
import type { Intent } from './intent.ts'
import type { Keeping } from './keeping.ts'
import type { Measurements } from './measurements.ts'
import type { Placing } from './placing.ts'
import type { Reporter } from './reporter.ts'
import type { SaveMoment, Saves } from './saves.ts'
import type { SlowMotion } from './slowMotion.ts'
import type { Standing } from './standing.ts'
import type { WorkshopTools } from './tools.ts'

export type ChangesOptions = {
  readonly at: Standing
  readonly tools: WorkshopTools
  readonly engine: Engine
  readonly placing: Placing
  readonly feed: Feed
  readonly measurements: Measurements
  readonly reporter: Reporter
  readonly saves: Saves
  readonly keeping: Keeping
  readonly intent: Intent
  readonly slowMotion: SlowMotion
  readonly weightsChanged: () => void
  readonly attempt: (operation: () => Promise<void>, wished?: Choice['backend']) => Promise<void>
  readonly isAlive: () => boolean
  readonly saveMoment: () => SaveMoment
}

export function createChanges(options: ChangesOptions) {
  const { at, tools, engine, placing, feed, measurements, reporter, saves, keeping, intent } = options
  const { slowMotion, weightsChanged, attempt, isAlive, saveMoment } = options
  const { post } = tools

  /** What belongs to one run alone. */
  function leave(next: RunSettings) {
    at.settings = next
    intent.rest()
    at.isFailed = false
    slowMotion.forget()
    measurements.reset()
    reporter.forget()
    weightsChanged()
  }

  /** A run makes room for another one: what it has reached is kept first. */
  async function keepLast() {
    if (isAlive() && saves.isNews(saveMoment()))
      await attempt(async () => void (await saves.saveNow(saveMoment())))
  }

  /** A run at step 0 with these settings, on the data in use. With the same seed it begins with the same weights. */
  async function begin(next: RunSettings, weights: StartWeights | null = null) {
    await keepLast()
    const same = next.seed === at.beginning.seed ? ownWeights(at.beginning) : null
    at.beginning = newBeginning(tools, next.seed, weights ?? same)
    leave(next)
    at.step = 0
    feed.begin(at.digits?.train ?? null, at.settings.seed)
    keeping.begin(at.beginning, null)
    const { network } = at.beginning
    const start = () => saves.start({ network: network(), batches: feed.state() })
    let refused: readonly Refusal[] = []
    if (placing.isChosen(next)) {
      start()
      await attempt(() => engine.load(network()))
    } else {
      refused = await placing.moveTo(next, network)
      start()
    }
    at.run++
    reporter.offer()
    placing.complain(refused, next.backend)
  }

  /** A kept run where it stands, on the backend it was computed with, if that works here. */
  async function continueWith(from: Continuation) {
    const { checkpoint, done } = from
    if (at.data === null || at.data.fingerprint !== from.data?.fingerprint) {
      post({ type: 'not-continued', id: from.id })
      return
    }
    await keepLast()
    at.beginning = keptBeginning(tools, from)
    leave(from.settings)
    at.step = checkpoint.network.step
    feed.begin(at.digits?.train ?? null, at.settings.seed)
    feed.goBackTo(checkpoint.batches, checkpoint.seen)
    measurements.resume(from)
    keeping.begin(at.beginning, { step: at.step, settings: at.settings })
    saves.start(checkpoint, { isTaped: done.snapshot })
    const choice = { backend: from.means.backend ?? at.settings.backend, gentle: at.settings.gentle }
    let refused: readonly Refusal[] = []
    if (placing.isPresent(choice)) await attempt(() => engine.load(checkpoint.network))
    else refused = await placing.moveTo(choice, () => checkpoint.network)
    at.run++
    reporter.offer()
    placing.complain(refused, choice.backend)
  }

  /** Moves the run as it is. A run that failed stays where it is; when it starts over, it does so on this backend. */
  async function moveTo(choice: Choice) {
    const isOpen = engine.backend() !== null
    const isThere = placing.isPresent(choice)
    at.settings = { ...at.settings, ...choice }
    if (isThere || saves.latest() === null || (at.isFailed && isOpen)) return
    at.isFailed = false
    await attempt(async () => {
      const checkpoint = isOpen ? await saves.saveNow(saveMoment()) : saves.latest()
      if (checkpoint === null) return
      const refused = await placing.moveTo(choice, () => checkpoint.network)
      placing.complain(refused, choice.backend)
    }, choice.backend)
  }

  async function takeDigits(splits: Dataset['splits'], mark: DataMark) {
    const isFirst = at.digits === null
    // What the run has reached belongs to the digits it was reached with.
    await keepLast()
    at.digits = splits
    at.data = mark
    weightsChanged()
    if (isFirst && saves.latest() && at.step === 0 && !at.isFailed) {
      feed.begin(at.digits.train, at.settings.seed)
      saves.setBatches()
      return
    }
    // A run has one set of data from its first step to its last: with another set it begins again.
    await begin(at.settings)
  }

  return { begin, continueWith, moveTo, takeDigits }
}
