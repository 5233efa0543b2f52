/** For tests: a lane of a tape that shows what the test says, when the test says. */
import type { PlaneName } from '../../network/derivedTaps.ts'
import type { WatchedDigit } from '../../protocol/messages.ts'
import type { TapePlace } from '../../protocol/tape.ts'
import type { Frame } from '../frames.ts'
import type { TapeLane } from '../viewFrames.ts'

export function puppetLane() {
  const listeners = new Set<(frame: Frame) => void>()
  const watched: PlaneName[] = []
  const places: (TapePlace | null)[] = []
  const digits: WatchedDigit[] = []
  let seed: number | null = null
  let latest: Frame | null = null
  const lane: TapeLane = {
    goTo(place, ofRun) {
      places.push(place)
      seed = ofRun
    },
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
    followDigit: () => () => {},
    keepDropout() {},
  }
  return {
    lane,
    watched,
    places,
    digits,
    seed: () => seed,
    show(frame: Frame) {
      latest = frame
      for (const listener of listeners) listener(frame)
    },
  }
}
