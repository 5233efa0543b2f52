/** The fast lane on the page: which taps are watched, and the frames that come back. React takes no part in it. */
import type { Plane } from '../math/plane.ts'
import { sizeOf } from '../math/plane.ts'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { Command, Report, WatchedDigit } from '../protocol/messages.ts'
import { createHolders } from './holders.ts'
import { createWatchers } from './watchers.ts'

/**
 * All planes watched at one step, for one digit. A frame with the weights of fc1 (13 MB) is gone when the next one has been
 * painted: its memory is filled again, because new memory would cost the training more than the copy.
 */
export type Frame = {
  readonly step: number
  readonly digit: WatchedDigit
  /** The right answer; null for a drawn digit. */
  readonly label: number | null
  /** Keep probability the `dropout` tap was computed with. */
  readonly dropoutKeep: number
  readonly planes: ReadonlyMap<PlaneName, Plane>
}

export type Frames = {
  /** Asks for these taps in every frame until the returned function is called. */
  watch(taps: readonly PlaneName[]): () => void
  /** Calls `listener` with each frame, inside an animation frame: paint at once, keep nothing waiting. */
  subscribe(listener: (frame: Frame) => void): () => void
  /** The newest frame, for painting when a canvas appears or changes size. */
  latest(): Frame | null
  /** All pictures stand still until the returned function is called: no frame is shown or asked for. The training goes on. */
  hold(): () => void
  /** The digit that flows through the network. The latest call wins. */
  showDigit(digit: WatchedDigit): void
  digit(): WatchedDigit
  /** Calls `changed` as soon as another digit is wanted; its frames come later. */
  followDigit(changed: (digit: WatchedDigit) => void): () => void
  /** Keep probability of the `dropout` tap alone, 0…1. */
  keepDropout(probability: number): void
}

export type FrameReport = Extract<Report, { type: 'frame' }>

export type FrameLane = Frames & {
  receive(report: FrameReport): void
  /** Tells a new worker everything: what is watched, and that a frame is wanted. */
  reopen(): void
}

export type FrameLaneOptions = {
  readonly digit: WatchedDigit
  readonly send: (command: Command, transfer?: readonly ArrayBuffer[]) => void
  /** `requestAnimationFrame`: it stops in a hidden tab, and with it the frames, but not the training. */
  readonly beforeNextPaint: (paint: () => void) => void
}

export function createFrameLane({ digit, send, beforeNextPaint }: FrameLaneOptions): FrameLane {
  const watchers = createWatchers(tellSoon)
  const listeners = new Set<(frame: Frame) => void>()
  const digitFollowers = new Set<(digit: WatchedDigit) => void>()
  let watchedDigit = digit
  let dropoutKeep = 1
  let latest: Frame | null = null
  let toTell = false
  let generation = 0
  const holders = createHolders(() => {
    showHeld?.()
    showHeld = null
  })
  /** Shows what came while pictures were held. */
  let showHeld: (() => void) | null = null

  /** One `watch` for all changes of this turn: a lesson that unmounts and one that mounts are one message. */
  function tellSoon() {
    if (toTell) return
    toTell = true
    queueMicrotask(tellNow)
  }

  function tellNow() {
    if (!toTell) return
    toTell = false
    send({ type: 'watch', digit: watchedDigit, taps: watchers.taps(), dropoutKeep })
  }

  return {
    watch: watchers.watch,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    latest: () => latest,
    hold: holders.hold,
    digit: () => watchedDigit,
    showDigit(next) {
      watchedDigit = next
      tellSoon()
      for (const changed of digitFollowers) changed(next)
    },
    followDigit(changed) {
      digitFollowers.add(changed)
      return () => {
        digitFollowers.delete(changed)
      }
    },
    keepDropout(probability) {
      if (probability === dropoutKeep) return
      dropoutKeep = probability
      tellSoon()
    },
    receive(report) {
      const asked = generation
      const show = () => {
        // A frame of a worker that is gone: the new one has been asked already.
        if (asked !== generation) return
        const before = latest
        const frame = frameOf(report)
        latest = frame
        for (const listener of listeners) listener(frame)
        const spent = before && spentMemoryOf(before)
        if (spent) send({ type: 'want-frame', spent }, [spent])
        else send({ type: 'want-frame' })
      }
      beforeNextPaint(() => {
        if (!holders.isHeld()) show()
        else showHeld = show
      })
    },
    reopen() {
      generation++
      toTell = true
      tellNow()
      send({ type: 'want-frame' })
    },
  }
}

/** Frames of lessons are smaller: theirs may be kept. */
const reusedBytes = 8 * 2 ** 20

/** The memory of a frame that is not shown any more, if it is worth being filled again. */
export function spentMemoryOf({ planes }: Frame): ArrayBuffer | null {
  const [first] = planes.values()
  const memory = first?.values.buffer
  return memory instanceof ArrayBuffer && memory.byteLength >= reusedBytes ? memory : null
}

/** Cuts the one buffer of a report into its planes; they share its memory. */
export function frameOf(report: FrameReport): Frame {
  const planes = new Map<PlaneName, Plane>()
  for (const { tap, shape, offset } of report.planes) {
    planes.set(tap, { shape, values: report.values.subarray(offset, offset + sizeOf(shape)) })
  }
  const { step, digit, label, dropoutKeep } = report
  return { step, digit, label, dropoutKeep, planes }
}
