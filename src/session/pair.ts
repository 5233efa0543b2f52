/** Two views side by side: what each shows goes with the other, and their difference is a third. */
import type { Plane } from '../math/plane.ts'
import { type PlaneName, parseTap } from '../network/derivedTaps.ts'
import type { WatchedDigit } from '../protocol/messages.ts'
import type { Frame, Frames } from './frames.ts'

type Planes = Frame['planes']

export type FramePair = {
  readonly a: Frames
  readonly b: Frames
  /** B − A. */
  readonly difference: Frames
}

/**
 * Pictures of A are painted anew with each frame of B and the other way round: their scales belong together. The difference is there
 * when both frames are, for one digit.
 */
export function pairOf(a: Frames, b: Frames): FramePair {
  return { a: beside(a, b), b: beside(b, a), difference: differenceOfLanes(a, b) }
}

const besides = new WeakMap<Planes, () => Planes | null>()

/** The planes that stand beside these in a comparison; null outside of one. */
export function planesBeside(planes: Planes): Planes | null {
  return besides.get(planes)?.() ?? null
}

function beside(own: Frames, other: Frames): Frames {
  let of: Frame | null = null
  let frame: Frame | null = null
  const latest = () => {
    const newest = own.latest()
    if (newest === of) return frame
    of = newest
    // Planes of its own: whoever else shows this frame stands beside nothing.
    frame = newest && { ...newest, planes: new Map(newest.planes) }
    if (frame) besides.set(frame.planes, () => other.latest()?.planes ?? null)
    return frame
  }
  return {
    ...own,
    latest,
    subscribe(listener) {
      const tell = () => {
        const frame = latest()
        if (frame) listener(frame)
      }
      const stopOwn = own.subscribe(tell)
      const stopOther = other.subscribe(tell)
      return () => {
        stopOwn()
        stopOther()
      }
    },
  }
}

function differenceOfLanes(a: Frames, b: Frames): Frames {
  let of: readonly [Frame | null, Frame | null] = [null, null]
  let difference: Frame | null = null
  const latest = () => {
    const now = [a.latest(), b.latest()] as const
    if (now[0] !== of[0] || now[1] !== of[1]) {
      of = now
      difference = now[0] && now[1] && differenceOf(now[0], now[1])
    }
    return difference
  }
  return {
    ...b,
    latest,
    watch(taps) {
      const stops = [a.watch(taps), b.watch(taps)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    subscribe(listener) {
      const tell = () => {
        const frame = latest()
        if (frame) listener(frame)
      }
      const stops = [a.subscribe(tell), b.subscribe(tell)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

const differences = new WeakSet<Planes>()

/** Whether these planes are the difference of two frames: each of them then has a sign. */
export function isDifference(planes: Planes): boolean {
  return differences.has(planes)
}

/**
 * B − A, value by value, under the step of B; null where the frames are not of the same digit. It holds the planes that both frames hold
 * and whose numbers can be subtracted.
 */
export function differenceOf(a: Frame, b: Frame): Frame | null {
  if (!isSameDigit(a.digit, b.digit)) return null
  const planes = new Map<PlaneName, Plane>()
  for (const [tap, plane] of b.planes) {
    const from = a.planes.get(tap)
    if (from && hasDifference(tap) && from.values.length === plane.values.length)
      planes.set(tap, { shape: plane.shape, values: plane.values.map((value, i) => value - from.values[i]) })
  }
  differences.add(planes)
  return { ...b, planes }
}

/** Labels, images of different batches and masks that were drawn differently have none that says anything. */
export function hasDifference(tap: PlaneName): boolean {
  const { kind, ...parsed } = parseTap(tap)
  return kind !== 'batch' && kind !== 'passes' && !('tap' in parsed && parsed.tap === 'dropout')
}

function isSameDigit(one: WatchedDigit, other: WatchedDigit): boolean {
  if (one.from === 'drawing' || other.from === 'drawing')
    return (
      one.from === other.from &&
      'imageHW' in one &&
      'imageHW' in other &&
      one.imageHW.every((value, i) => value === other.imageHW[i])
    )
  return one.from === other.from && one.index === other.index
}
