import { describe, expect, it } from 'vitest'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { Frame, Frames } from './frames.ts'
import { differenceOf, hasDifference, isDifference, pairOf, planesBeside } from './pair.ts'

function frame(step: number, planes: Readonly<Record<string, readonly number[]>>, index = 7): Frame {
  const entries = Object.entries(planes).map(
    ([tap, values]) =>
      [tap as PlaneName, { shape: [values.length], values: Float32Array.from(values) }] as const,
  )
  return { step, digit: { from: 'test', index }, label: 3, dropoutKeep: 1, planes: new Map(entries) }
}

/** A lane whose frames are given by hand. */
function lane() {
  let latest: Frame | null = null
  const listeners = new Set<(frame: Frame) => void>()
  const watched: string[] = []
  const frames: Frames = {
    watch(taps) {
      watched.push(...taps)
      return () => watched.splice(0)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    latest: () => latest,
    hold: () => () => {},
    showDigit() {},
    digit: () => ({ from: 'test', index: 7 }),
    keepDropout() {},
    followDigit: () => () => {},
  }
  const give = (frame: Frame) => {
    latest = frame
    for (const listener of listeners) listener(frame)
  }
  return { frames, give, watched }
}

describe('the difference of two frames', () => {
  it('is B − A for each value, under the step of B', () => {
    const found = differenceOf(frame(0, { fc2: [1, -2, 0.5] }), frame(30, { fc2: [0.25, 2, 0.5] }))
    expect(found?.step).toBe(30)
    expect(found?.planes.get('fc2')?.values).toEqual(Float32Array.of(-0.75, 4, 0))
    expect(found && isDifference(found.planes)).toBe(true)
  })

  it('is none where the frames show different digits', () => {
    expect(differenceOf(frame(0, { fc2: [1] }, 7), frame(30, { fc2: [2] }, 8))).toBeNull()
    const drawing = (pixel: number): Frame => ({
      ...frame(0, { fc2: [1] }),
      digit: { from: 'drawing', imageHW: Float32Array.of(0, pixel) },
    })
    expect(differenceOf(drawing(0), drawing(1))).toBeNull()
    expect(differenceOf(drawing(1), drawing(1))?.planes.get('fc2')?.values).toEqual(Float32Array.of(0))
  })

  it('holds only what both hold and what can be subtracted', () => {
    const found = differenceOf(
      frame(0, { fc2: [1], 'batch/labels': [3], dropout: [0] }),
      frame(30, { fc2: [2], softmax: [0.5], 'batch/labels': [4], dropout: [2] }),
    )
    expect([...(found?.planes.keys() ?? [])]).toEqual(['fc2'])
    expect(hasDifference('shift/1,0/pool1')).toBe(true)
    expect(hasDifference('passes/0.5/20')).toBe(false)
  })
})

describe('a pair of lanes', () => {
  it('tells each side of the frames of the other, with its own frame', () => {
    const [one, other] = [lane(), lane()]
    const pair = pairOf(one.frames, other.frames)
    const seen: number[] = []
    pair.a.subscribe(({ step }) => seen.push(step))
    other.give(frame(30, { fc2: [2] }))
    expect(seen).toEqual([])
    one.give(frame(0, { fc2: [1] }))
    other.give(frame(40, { fc2: [2] }))
    expect(seen).toEqual([0, 0])
  })

  it('says which planes stand beside, and leaves the lanes themselves alone', () => {
    const [one, other] = [lane(), lane()]
    const pair = pairOf(one.frames, other.frames)
    one.give(frame(0, { fc2: [1] }))
    const own = pair.a.latest()
    expect(own && planesBeside(own.planes)).toBeNull()
    other.give(frame(30, { fc2: [2] }))
    expect(own && planesBeside(own.planes)?.get('fc2')?.values).toEqual(Float32Array.of(2))
    const plain = one.frames.latest()
    expect(plain && planesBeside(plain.planes)).toBeNull()
  })

  it('has a difference as soon as both sides have a frame, made once for each two frames', () => {
    const [one, other] = [lane(), lane()]
    const pair = pairOf(one.frames, other.frames)
    one.give(frame(0, { fc2: [1] }))
    expect(pair.difference.latest()).toBeNull()
    other.give(frame(30, { fc2: [3] }))
    const found = pair.difference.latest()
    expect(found?.planes.get('fc2')?.values).toEqual(Float32Array.of(2))
    expect(pair.difference.latest()).toBe(found)
    one.give(frame(10, { fc2: [2] }))
    expect(pair.difference.latest()?.planes.get('fc2')?.values).toEqual(Float32Array.of(1))
  })

  it('watches for the difference on both sides', () => {
    const [one, other] = [lane(), lane()]
    const stop = pairOf(one.frames, other.frames).difference.watch(['fc2'])
    expect([one.watched, other.watched]).toEqual([['fc2'], ['fc2']])
    stop()
    expect([one.watched, other.watched]).toEqual([[], []])
  })
})
