/** The fast lane in the worker: one frame for each time the page asks, as soon as there is something new. */
import type { LabelledImages } from '../data/sets.ts'
import { imageSide, pixelCount } from '../network/spec.ts'
import type { Command, Report, WatchedDigit } from '../protocol/messages.ts'
import type { FirstWeights } from '../training/firstNetwork.ts'
import type { Trainer } from '../training/trainer.ts'
import { isOfBatch, type SeenBatch, withBatch } from './feed.ts'

/** While training, frames of the same digit come at most this often: each one takes time from the training. */
const leastIntervalMs = 33

type Watch = Omit<Extract<Command, { type: 'watch' }>, 'type'>

/** The splits whose digits can be watched. */
export type WatchableDigits = { readonly test: LabelledImages; readonly train: LabelledImages }

export type ShownDigit = {
  readonly digit: WatchedDigit
  readonly imageHW: Float32Array
  readonly label: number | null
}

export type FrameLane = {
  readonly watch: (watch: Watch) => void
  /** `spent` is the memory of an earlier frame, to be filled again. */
  readonly want: (spent?: ArrayBuffer) => void
  /** The weights are other ones. */
  readonly weightsChanged: () => void
  readonly isDue: (digits: WatchableDigits | null, isTraining: boolean) => boolean
  /** Computes and sends the frame. `perform` runs one operation on the network of the run's step. */
  readonly send: (
    digits: WatchableDigits | null,
    run: {
      readonly step: () => number
      readonly seed: () => number
      readonly first: () => FirstWeights
      readonly seenBatch: () => Promise<SeenBatch | null>
      readonly perform: <Result>(operation: (trainer: Trainer) => Promise<Result>) => Promise<Result>
    },
  ) => Promise<void>
}

export function createFrameLane(options: {
  readonly post: (report: Report, transfer: readonly ArrayBuffer[]) => void
  readonly nowMs: () => number
}): FrameLane {
  const { post, nowMs } = options
  let watched: Watch | null = null
  let isWanted = false
  let spare: ArrayBuffer | null = null
  let hasNewWatch = false
  let hasNewWeights = true
  let sentAtMs = Number.NEGATIVE_INFINITY

  return {
    watch(watch) {
      watched = watch
      hasNewWatch = true
    },
    want(spent) {
      isWanted = true
      spare = spent ?? spare
    },
    weightsChanged() {
      hasNewWeights = true
    },
    isDue(digits, isTraining) {
      if (!isWanted || watched === null || watched.taps.length === 0) return false
      if (shownDigit(watched.digit, digits) === null) return false
      if (hasNewWatch) return true
      return hasNewWeights && (!isTraining || nowMs() - sentAtMs >= leastIntervalMs)
    },
    async send(digits, run) {
      const shown = watched && shownDigit(watched.digit, digits)
      if (watched === null || shown === null) return
      const { dropoutKeep, taps } = watched
      const look = { keep: dropoutKeep, seed: run.seed(), first: run.first(), spare }
      spare = null
      const ofNetwork = taps.filter((tap) => !isOfBatch(tap))
      const tapped = await run.perform((trainer) => trainer.taps(shown.imageHW, ofNetwork, look))
      const batch = ofNetwork.length < taps.length ? await run.seenBatch() : null
      const { values, planes } = batch ? withBatch(tapped, batch, taps) : tapped
      isWanted = false
      hasNewWatch = false
      hasNewWeights = false
      sentAtMs = nowMs()
      const { digit, label } = shown
      post({ type: 'frame', step: run.step(), digit, label, dropoutKeep, values, planes }, [
        values.buffer as ArrayBuffer,
      ])
    },
  }
}

/** The picture of a watched digit, 0 … 1; null while its set is not there. An index past the end starts again. */
export function shownDigit(digit: WatchedDigit, digits: WatchableDigits | null): ShownDigit | null {
  switch (digit.from) {
    case 'drawing':
      return digit.imageHW.length === imageSide * imageSide
        ? { digit, imageHW: digit.imageHW, label: null }
        : null
    case 'test':
    case 'train': {
      const split = digits?.[digit.from]
      const count = split?.labels.length ?? 0
      if (!split || count === 0) return null
      const index = ((Math.trunc(digit.index) % count) + count) % count
      const bytesHW = split.imagesNHW.subarray(index * pixelCount, (index + 1) * pixelCount)
      return {
        digit: { from: digit.from, index },
        imageHW: Float32Array.from(bytesHW, (byte) => byte / 255),
        label: split.labels[index]!,
      }
    }
    default:
      return digit satisfies never
  }
}
