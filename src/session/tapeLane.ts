/** One picture of the tape: frames like those of the run, at the place where one has gone. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WatchedDigit } from '../protocol/messages.ts'
import type { TapeCommand, TapePlace, TapeReport } from '../protocol/tape.ts'
import { type Frame, type Frames, frameOf, spentMemoryOf } from './frames.ts'
import { createHolders } from './holders.ts'
import type { DigitImage, DigitImages } from './tapeDigits.ts'
import { createWatchers } from './watchers.ts'

export type TapeLaneState = {
  /** Where the newest picture is from: what figures show. Null before the first. */
  readonly shown: TapePlace | null
  /** Where it is to be and is not yet; null when it is there. */
  readonly fetching: TapePlace | null
  /** The last wish that came to nothing; `shown` still stands. Null again with the next wish. */
  readonly failed: { readonly place: TapePlace; readonly reason: string } | null
}

/**
 * Frames whose step is where one has gone. Nothing is shown before the first `goTo`. As everywhere, a frame comes to `subscribe`
 * inside an animation frame, and one with the weights of fc1 is gone when the next has been painted.
 */
export type TapeLane = Omit<Frames, 'followDigit'> & {
  /** Shows this place as soon as it can be; of several wishes only the newest counts. */
  goTo(place: TapePlace): void
  readonly store: StoreApi<TapeLaneState>
  /** Ends the lane: nothing is asked for or shown any more. */
  close(): void
}

type Show = Omit<Extract<TapeCommand, { type: 'show' }>, 'type' | 'lane'>
type Shown = Extract<TapeReport, { type: 'shown' }>
type NotShown = Extract<TapeReport, { type: 'not-shown' }>

export type LaneOptions = {
  readonly digit: WatchedDigit
  readonly images: DigitImages
  readonly send: (show: Show, transfer: ArrayBuffer[]) => void
  readonly beforeNextPaint: (paint: () => void) => void
  readonly closed: () => void
}

export function createTapeLane({ digit: first, images, send, beforeNextPaint, closed }: LaneOptions) {
  const store = createStore<TapeLaneState>(() => ({ shown: null, fetching: null, failed: null }))
  const watchers = createWatchers(renew)
  const listeners = new Set<(frame: Frame) => void>()
  let digit = first
  let dropoutKeep = 1
  let place: TapePlace | null = null
  let latest: Frame | null = null
  let spent: ArrayBuffer | null = null
  /** The newest wish that was sent, and the newest that was answered: what lies between is under way, or was replaced. */
  let asked = 0
  let answered = 0
  /** The newest wish has not been sent yet. */
  let isNew = false
  let toSend = false
  const holders = createHolders(() => {
    paint()
    wish()
  })
  /** Came, and waits for the next paint. */
  let toPaint: Shown | null = null
  let isClosed = false

  /** One message for all changes of this turn. */
  function renew() {
    isNew = true
    if (toSend) return
    toSend = true
    queueMicrotask(() => {
      toSend = false
      wish()
    })
  }

  const isWaiting = () => asked > answered

  /**
   * The worker need not have answered: it computes one picture while the wish for the next waits there, and is never idle while a
   * hand moves. But when a picture waits for the next paint, more would be computed for nobody.
   */
  function wish() {
    if (!isNew || toPaint !== null || holders.isHeld() || place === null || isClosed) return
    isNew = false
    const taps = watchers.taps()
    if (taps.length === 0) {
      // Nobody looks at the network: figures of what was written down go there at once, and no picture comes after them.
      answered = asked
      store.setState({ shown: place, fetching: null })
      return
    }
    const ask = ++asked
    const at = place
    const ready = (image: DigitImage | null) => {
      if (asked !== ask) return
      if (image === null) refuse({ ask, place: at, reason: 'no such digit' })
      else show(ask, at, image)
    }
    const image = images.of(digit)
    if (!(image instanceof Promise)) return ready(image)
    image.then(ready, (error: unknown) => refuse({ ask, place: at, reason: String(error) }))
  }

  function show(ask: number, at: TapePlace, { digit: found, imageHW, label }: DigitImage) {
    const memory = spent
    spent = null
    send(
      {
        ask,
        place: at,
        digit: found,
        imageHW,
        label,
        taps: watchers.taps(),
        dropoutKeep,
        ...(memory && { spent: memory }),
      },
      memory ? [memory] : [],
    )
  }

  function receive(report: Shown) {
    if (report.ask <= answered || isClosed) return
    answered = report.ask
    if (toPaint === null) beforeNextPaint(paint)
    // A picture that has not been painted yet is passed over.
    else spent = spentMemoryOf(frameOf(toPaint.frame)) ?? spent
    toPaint = report
  }

  function paint() {
    if (holders.isHeld() || isClosed || toPaint === null) return
    const { frame: report, place: at } = toPaint
    toPaint = null
    const memory = latest && spentMemoryOf(latest)
    // The next one is asked for before this one is painted, unless it is to fill the memory of the one before.
    if (memory === null) wish()
    latest = frameOf(report)
    store.setState({ shown: at, fetching: isNew || isWaiting() ? place : null, failed: null })
    for (const listener of listeners) listener(latest)
    spent = memory ?? spent
    wish()
  }

  function refuse({ ask, place: at, reason }: Pick<NotShown, 'ask' | 'place' | 'reason'>) {
    if (ask <= answered || isClosed) return
    answered = ask
    const isNext = isNew || isWaiting()
    store.setState({ fetching: isNext ? place : null, failed: isNext ? null : { place: at, reason } })
    wish()
  }

  const lane: TapeLane = {
    store,
    goTo(next) {
      if (isSamePlace(place, next) && store.getState().failed === null) return
      place = next
      store.setState({ fetching: next, failed: null })
      renew()
    },
    watch: watchers.watch,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    latest: () => latest,
    hold: holders.hold,
    showDigit(next) {
      digit = next
      renew()
    },
    digit: () => digit,
    keepDropout(probability) {
      if (probability === dropoutKeep) return
      dropoutKeep = probability
      renew()
    },
    close() {
      if (isClosed) return
      isClosed = true
      closed()
    },
  }
  return {
    lane,
    receive,
    refuse,
    renew,
    isWaiting,
    /** The worker died: what was asked for will not come. */
    fail(reason: string) {
      if (!isWaiting() || place === null) return
      refuse({ ask: asked, place, reason })
    },
  }
}

/** Whether two places are the same; null is nowhere. */
export function isSamePlace(one: TapePlace | null, other: TapePlace | null): boolean {
  return one?.run === other?.run && one?.step === other?.step
}
