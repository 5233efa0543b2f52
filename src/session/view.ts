/**
 * A run as one looks at it: now, or as it was at a kept step. A view is a `Run`, so whoever shows a run shows a view as well.
 * What it is told to do, it tells the present run.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunId } from '../protocol/keep.ts'
import type { TapePlace } from '../protocol/tape.ts'
import type { Records } from './records.ts'
import type { Run } from './run.ts'
import type { RunState } from './state.ts'
import { type KnownRun, keptMomentAt, type Moment, momentAt } from './stateAt.ts'
import { isSamePlace, type TapeLane, type TapeLaneState } from './tapeLane.ts'
import { createViewFrames } from './viewFrames.ts'

export type View = Run & {
  /** Shows the network of a kept step; null: the present one. A run other than the present one must be known by then. */
  goTo(place: TapePlace | null): void
  /** Where the view was sent last. Numbers follow within a tenth of a second, pictures as fast as they are computed. */
  readonly place: StoreApi<{ readonly place: TapePlace | null }>
  /** How far the pictures of the tape are: which is shown, which is on its way, which cannot be had. */
  readonly tape: StoreApi<TapeLaneState>
  /** What there is to know of another run; until the page is left. */
  know(kept: KnownRun): void
  /** The run that is looked at, where it is not the present one. */
  other(): KnownRun | null
}

export type ViewOptions = {
  readonly run: Run
  readonly lane: TapeLane
  /** Gets `data-shown-step` while a kept step is shown: `document.documentElement` for the view of the page. */
  readonly root?: Element | null
  /** For tests. */
  readonly nowMs?: () => number
  readonly later?: (act: () => void, ms: number) => void
}

/** How often the worker is told that the tape moves: it gives way for longer than that. */
const giveWayMs = 100

/** Numbers, curves and words change no more often than while training, however fast a hand moves. */
const slowLaneMs = 100

export function createView(options: ViewOptions): View {
  const { run, lane, root = null } = options
  const { nowMs = () => performance.now(), later = (act, ms) => setTimeout(act, ms) } = options
  const store = createStore<RunState>(() => run.store.getState())
  const records = createStore<Records>(() => run.records.getState())
  const place = createStore<{ readonly place: TapePlace | null }>(() => ({ place: null }))
  const frames = createViewFrames(run.frames, lane)
  const others = new Map<RunId, KnownRun & { readonly number: number }>()
  /** What is shown of the tape; null while live. */
  let shown: Moment | null = null
  let publishedMs = Number.NEGATIVE_INFINITY
  let gaveWayMs = Number.NEGATIVE_INFINITY
  let isWaiting = false

  run.store.subscribe((state, before) => {
    const { place: at } = place.getState()
    // Its tape is another one, and a run begins in the present.
    if (at && state.run !== before.run && (at.run === before.id || !others.has(at.run))) goTo(null)
    else if (at) publishSoon()
    else publish()
  })
  run.records.subscribe(() => (place.getState().place ? publishSoon() : publish()))

  function publishSoon() {
    const waitMs = publishedMs + slowLaneMs - nowMs()
    if (waitMs <= 0) publish()
    else if (!isWaiting) {
      isWaiting = true
      later(() => {
        isWaiting = false
        publish()
      }, waitMs)
    }
  }

  function publish() {
    const { place: at } = place.getState()
    const present = { state: run.store.getState(), records: run.records.getState() }
    shown = at && momentOf(at, present)
    publishedMs = nowMs()
    // The attribute goes first: whoever hears of a new state finds it on the page already.
    if (at) root?.setAttribute('data-shown-step', String(at.step))
    else root?.removeAttribute('data-shown-step')
    const { state, records: written } = shown ?? present
    if (written !== records.getState()) records.setState(written, true)
    if (state !== store.getState()) store.setState(state, true)
  }

  /** Null for the present run: of one that was looked at before it went on, more is known by now. */
  function otherAt({ run: id }: TapePlace) {
    return id === run.store.getState().id ? null : (others.get(id) ?? null)
  }

  function momentOf(at: TapePlace, present: Moment): Moment {
    const { step } = at
    const other = otherAt(at)
    if (!other) return momentAt(present, step, shown)
    return keptMomentAt(other, present, { step, number: other.number, before: shown })
  }

  function goTo(next: TapePlace | null) {
    const { place: at } = place.getState()
    if (isSamePlace(at, next)) return
    place.setState({ place: next })
    if (next) {
      lane.goTo(next)
      giveWay()
    }
    frames.follow(next ? 'tape' : 'live')
    if (next && at) publishSoon()
    else publish()
  }

  /** While somebody looks at the tape's pictures one after the other, they are what the machine is for. */
  function giveWay() {
    if (nowMs() - gaveWayMs < giveWayMs) return
    gaveWayMs = nowMs()
    run.giveWay()
  }

  return {
    ...run,
    store,
    records,
    frames,
    place,
    tape: lane.store,
    goTo,
    know(kept) {
      const { id } = kept.header
      // Below zero: the numbers of the present worker's runs are not.
      others.set(id, { ...kept, number: others.get(id)?.number ?? -1 - others.size })
    },
    other() {
      const { place: at } = place.getState()
      return at && otherAt(at)
    },
    // These show something of the present.
    evaluate() {
      goTo(null)
      run.evaluate()
    },
    oneStep() {
      goTo(null)
      run.oneStep()
    },
    slowStep(image) {
      goTo(null)
      run.slowStep(image)
    },
  }
}
