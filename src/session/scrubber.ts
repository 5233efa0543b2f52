/** Moves a view along the tape of the run it shows: from kept step to kept step, by hand or by itself, and back to the present. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunId } from '../protocol/keep.ts'
import type { TapeContents } from '../protocol/tape.ts'
import type { Run } from './run.ts'
import { nearestStop, type Stop, stopAfter, stopsOf } from './tapeStops.ts'
import type { View } from './view.ts'

export type ScrubberState = {
  /** The tape of the run that is looked at; null while nothing of it is kept. */
  readonly tape: TapeContents | null
  readonly playing: 'forward' | 'back' | null
  /** Kept steps a second. */
  readonly rate: number
}

export type Scrubber = {
  readonly store: StoreApi<ScrubberState>
  /** Where the view stands; null: in the present. */
  stop(): Stop
  stops(): readonly Stop[]
  /** Ends playing. What is not kept becomes the nearest that is. */
  goTo(stop: Stop): void
  /** So many stops further on; ends playing. */
  move(by: number): void
  /** From where it stands, or from the other end where there is nothing further on. */
  play(direction: 'forward' | 'back'): void
  pause(): void
  setRate(rate: number): void
}

export type ScrubberOptions = {
  readonly run: Run
  readonly view: View
  readonly tapes: StoreApi<{ readonly tapes: ReadonlyMap<RunId, TapeContents> }>
  /** Calls back before the next paint, with a time in milliseconds: `requestAnimationFrame`. */
  readonly beforeNextPaint: (act: (nowMs: number) => void) => void
}

export const rates = [0.5, 1, 2, 4, 8, 16, 30] as const
/** A hidden tab is not painted. When it is seen again, what is played goes on where it stopped. */
const longestPaintMs = 250

export function createScrubber({ run, view, tapes, beforeNextPaint }: ScrubberOptions): Scrubber {
  const store = createStore<ScrubberState>(() => ({ tape: null, playing: null, rate: 4 }))
  let paintedMs: number | null = null
  /** Stops that are to be passed, a fraction of one usually. */
  let due = 0

  const shownRun = () => view.place.getState().place?.run ?? run.store.getState().id
  const stop = (): Stop => view.place.getState().place?.step ?? null

  function stops() {
    const present = view.other() ? null : run.store.getState().step
    return stopsOf(store.getState().tape?.steps ?? [], present)
  }

  function follow() {
    const id = shownRun()
    const tape = (id !== null && tapes.getState().tapes.get(id)) || null
    if (tape !== store.getState().tape) store.setState({ tape })
    // A step that made room for others: nothing more can be computed there.
    const at = stop()
    if (tape && at !== null && !tape.steps.includes(at)) show(nearestStop(stops(), at))
  }

  tapes.subscribe(follow)
  view.place.subscribe(follow)
  run.store.subscribe(({ id }, before) => {
    if (id !== before.id) follow()
  })
  follow()

  function show(next: Stop) {
    const id = shownRun()
    view.goTo(next === null || id === null ? null : { run: id, step: next })
  }

  function advance(nowMs: number) {
    const { playing, rate } = store.getState()
    if (playing === null) return
    due += (Math.min(longestPaintMs, nowMs - (paintedMs ?? nowMs)) * rate) / 1000
    paintedMs = nowMs
    const count = Math.floor(due)
    due -= count
    if (count > 0) {
      show(ahead(playing, count))
      if (isAtEnd(playing)) pause()
    }
    if (store.getState().playing) beforeNextPaint(advance)
  }

  const ahead = (direction: 'forward' | 'back', count: number) =>
    stopAfter(played(), stop(), direction === 'forward' ? count : -count)
  const isAtEnd = (direction: 'forward' | 'back') => {
    const all = played()
    return stop() === (direction === 'forward' ? (all.at(-1) ?? null) : (all[0] ?? null))
  }

  /** What is played are kept steps; the present goes its own way. */
  function played(): readonly Stop[] {
    return stops().filter((one) => one !== null)
  }

  function pause() {
    if (store.getState().playing) store.setState({ playing: null })
  }

  return {
    store,
    stop,
    stops,
    goTo(next) {
      pause()
      show(nearestStop(stops(), next))
    },
    move(by) {
      pause()
      show(stopAfter(stops(), stop(), by))
    },
    play(direction) {
      const all = played()
      if (all.length === 0) return
      const isWaiting = store.getState().playing !== null
      due = 0
      paintedMs = null
      if (stop() === null || isAtEnd(direction)) show((direction === 'forward' ? all[0] : all.at(-1)) ?? null)
      store.setState({ playing: direction })
      if (!isWaiting) beforeNextPaint(advance)
    },
    pause,
    setRate: (rate) => store.setState({ rate }),
  }
}
