/** The fast lane of a view: frames of the live network, or of one on a tape, never of both at once. */
import type { PlaneName } from '../network/derivedTaps.ts'
import type { Frame, Frames } from './frames.ts'
import type { TapeLane } from './tapeLane.ts'

export type Source = 'live' | 'tape'

export type ViewFrames = Frames & {
  /** What is watched moves over: the worker left behind computes nothing more for this view. */
  follow(source: Source): void
}

export function createViewFrames(live: Frames, lane: TapeLane): ViewFrames {
  const listeners = new Set<(frame: Frame) => void>()
  const watched = new Set<{ readonly taps: readonly PlaneName[]; stop: () => void }>()
  const sources = { live, tape: lane }
  let source: Source = 'live'
  let latest: Frame | null = live.latest()
  /** Where `latest` is from. */
  let from: Source = 'live'

  // Until the first frame of the other source is there, the old one goes on: it may need the memory of the frame shown.
  const hear = (one: Source) => (frame: Frame) => {
    if (one !== source && one !== from) return
    latest = frame
    from = one
    for (const listener of listeners) listener(frame)
  }
  live.subscribe(hear('live'))
  lane.subscribe(hear('tape'))
  live.followDigit((digit) => lane.showDigit(digit))

  return {
    follow(next) {
      if (next === source) return
      source = next
      for (const one of watched) {
        one.stop()
        one.stop = sources[source].watch(one.taps)
      }
    },
    watch(taps) {
      const one = { taps, stop: sources[source].watch(taps) }
      watched.add(one)
      return () => {
        if (watched.delete(one)) one.stop()
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    latest: () => latest,
    hold() {
      const release = [live.hold(), lane.hold()]
      return () => {
        for (const one of release) one()
      }
    },
    // One digit for the page, whatever its views show of it.
    digit: live.digit,
    showDigit: live.showDigit,
    followDigit: live.followDigit,
    keepDropout(probability) {
      live.keepDropout(probability)
      lane.keepDropout(probability)
    },
  }
}
