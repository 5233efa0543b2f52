/** For tests: a lane of a tape that shows what the test says, when the test says. */

import { createStore } from 'zustand/vanilla'
import type { PlaneName } from '../../network/derivedTaps.ts'
import type { WatchedDigit } from '../../protocol/messages.ts'
import type { TapePlace } from '../../protocol/tape.ts'
import type { Frame } from '../frames.ts'
import type { TapeLane, TapeLaneState } from '../tapeLane.ts'

export function puppetLane() {
  const listeners = new Set<(frame: Frame) => void>()
  const watched: PlaneName[] = []
  const places: TapePlace[] = []
  const digits: WatchedDigit[] = []
  let latest: Frame | null = null
  const lane: TapeLane = {
    store: createStore<TapeLaneState>(() => ({ shown: null, fetching: null, failed: null })),
    close() {},
    goTo: (place) => places.push(place),
    watch(taps) {
      watched.push(...taps)
      return () => {
        for (const tap of taps) watched.splice(watched.indexOf(tap), 1)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    latest: () => latest,
    hold: () => () => {},
    showDigit: (digit) => digits.push(digit),
    digit: () => digits.at(-1)!,
    keepDropout() {},
  }
  return {
    lane,
    watched,
    places,
    digits,
    show(frame: Frame) {
      latest = frame
      for (const listener of listeners) listener(frame)
    },
  }
}
