import { describe, expect, it } from 'vitest'
import type { Plane } from '../math/plane.ts'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { TapName } from '../network/spec.ts'
import type { Frame, Frames } from '../session/frames.ts'
import { differenceOf, pairOf } from '../session/pair.ts'
import { kindIn, kindOf, limitOf, mapShapeOf } from './scale.ts'

const plane = (shape: number[], fill: (index: number) => number): Plane => ({
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => fill(i)),
})

describe('the scale of a tap', () => {
  it('is signed where numbers can be negative', () => {
    expect((['conv1/weights', 'conv1/pre', 'fc1/bias', 'fc2'] as const).map(kindOf)).toEqual(
      Array(4).fill('signed'),
    )
    expect((['input', 'conv1', 'pool2', 'dropout', 'softmax'] as const).map(kindOf)).toEqual(
      Array(5).fill('unsigned'),
    )
  })

  it('cuts taps into maps: 32 of 28 × 28, 2,048 filter channels of 5 × 5, 1,024 neurons as 32 × 32', () => {
    expect(mapShapeOf('conv1')).toEqual({ mapCount: 32, mapHeight: 28, mapWidth: 28 })
    expect(mapShapeOf('conv2/weights')).toEqual({ mapCount: 2048, mapHeight: 5, mapWidth: 5 })
    expect(mapShapeOf('fc1')).toEqual({ mapCount: 1, mapHeight: 32, mapWidth: 32 })
    expect(mapShapeOf('fc2')).toEqual({ mapCount: 1, mapHeight: 1, mapWidth: 10 })
  })

  it('is one scale for a map now and at step 0', () => {
    const planes = new Map<PlaneName, Plane>([
      ['conv1/weights', plane([5, 5, 1, 32], (i) => (i % 32 === 3 ? 0.5 : 0.25))],
      ['first/conv1/weights', plane([5, 5, 1, 32], (i) => (i % 32 === 3 ? -0.125 : -0.75))],
    ])
    const limits = (map: number) =>
      (['conv1/weights', 'first/conv1/weights'] as const).map((tap) => limitOf(planes, tap, map, 'map'))
    expect(limits(3)).toEqual([0.5, 0.5])
    expect(limits(4)).toEqual([0.75, 0.75])
  })

  it('ends at the largest magnitude of the map, the layer or the network', () => {
    // pool2 is 7 × 7 × 64: map 3 holds −2 everywhere, all others 0.5; fc1 reaches 9.
    const planes = new Map<TapName, Plane>([
      ['pool2', plane([7, 7, 64], (i) => (i % 64 === 3 ? -2 : 0.5))],
      ['fc1', plane([1024], (i) => (i === 5 ? 9 : 0))],
      ['conv1/pre', plane([28, 28, 32], () => 100)],
    ])
    expect(limitOf(planes, 'pool2', 0, 'map')).toBe(0.5)
    expect(limitOf(planes, 'pool2', 3, 'map')).toBe(2)
    expect(limitOf(planes, 'pool2', 0, 'layer')).toBe(2)
    expect(limitOf(planes, 'pool2', 0, 'network')).toBe(9)
    expect(limitOf(planes, 'conv1/pre', 0, 'network')).toBe(100)
  })

  it('is one for fc1 and what dropout leaves of it, since they are compared', () => {
    const planes = new Map<TapName, Plane>([
      ['fc1', plane([1024], () => 3)],
      ['dropout', plane([1024], (i) => (i === 0 ? 6 : 0))],
      ['pool2', plane([7, 7, 64], () => 1)],
    ])
    expect(limitOf(planes, 'fc1', 0, 'layer')).toBe(6)
    expect(limitOf(planes, 'dropout', 0, 'layer')).toBe(6)
    expect(limitOf(planes, 'pool2', 0, 'layer')).toBe(1)
  })

  it('never ends at zero, and pixels always end at 1', () => {
    const planes = new Map<TapName, Plane>([
      ['input', plane([28, 28, 1], () => 0.25)],
      ['conv1', plane([28, 28, 32], () => 0)],
    ])
    expect(limitOf(planes, 'input', 0, 'layer')).toBe(1)
    expect(limitOf(planes, 'conv1', 0, 'layer')).toBe(1)
  })
})

describe('the scale of a comparison', () => {
  // pool2 is 7 × 7 × 64. A: map 3 reaches 2, all else 0.5, fc1 reaches 9. B: map 3 reaches 1, map 4 reaches 6.
  const frameOf = (step: number, planes: Frame['planes']): Frame => ({
    step,
    digit: { from: 'test', index: 0 },
    label: 7,
    dropoutKeep: 1,
    planes,
  })
  const a = frameOf(
    0,
    new Map<PlaneName, Plane>([
      ['pool2', plane([7, 7, 64], (i) => (i % 64 === 3 ? 2 : 0.5))],
      ['fc1', plane([1024], (i) => (i === 5 ? 9 : 0))],
      ['softmax', plane([10], () => 0.125)],
    ]),
  )
  const b = frameOf(
    300,
    new Map<PlaneName, Plane>([
      ['pool2', plane([7, 7, 64], (i) => (i % 64 === 3 ? 1 : i % 64 === 4 ? 6 : 0.5))],
      ['fc1', plane([1024], () => 3)],
      ['softmax', plane([10], (i) => (i === 7 ? 0.5 : 0.0625))],
    ]),
  )
  const lane = (frame: Frame): Frames => ({
    watch: () => () => {},
    subscribe: () => () => {},
    latest: () => frame,
    hold: () => () => {},
    showDigit() {},
    digit: () => frame.digit,
    keepDropout() {},
    followDigit: () => () => {},
  })
  const pair = pairOf(lane(a), lane(b))
  const limits = (name: PlaneName, map: number, scope: 'map' | 'layer' | 'network') =>
    [pair.a, pair.b].map((side) => limitOf(side.latest()?.planes ?? new Map(), name, map, scope))

  it('is the same on both sides: that of the larger number of the map, of the layer, of the network', () => {
    expect(limits('pool2', 3, 'map')).toEqual([2, 2])
    expect(limits('pool2', 4, 'map')).toEqual([6, 6])
    expect(limits('pool2', 5, 'map')).toEqual([0.5, 0.5])
    expect(limits('pool2', 3, 'layer')).toEqual([6, 6])
    expect(limits('pool2', 3, 'network')).toEqual([9, 9])
    expect(limits('softmax', 0, 'layer')).toEqual([1, 1])
  })

  it('is signed and its own for the difference, of probabilities too', () => {
    const planes = differenceOf(a, b)?.planes ?? new Map()
    expect(kindIn(planes, 'pool2')).toBe('signed')
    expect(kindIn(a.planes, 'pool2')).toBe('unsigned')
    // Map 3: 1 − 2 = −1; map 4: 6 − 0.5 = 5.5; fc1: 3 − 9 = −6.
    expect(limitOf(planes, 'pool2', 3, 'map')).toBe(1)
    expect(limitOf(planes, 'pool2', 4, 'map')).toBe(5.5)
    expect(limitOf(planes, 'pool2', 5, 'map')).toBe(1)
    expect(limitOf(planes, 'pool2', 0, 'layer')).toBe(5.5)
    expect(limitOf(planes, 'pool2', 0, 'network')).toBe(6)
    expect(limitOf(planes, 'softmax', 0, 'layer')).toBe(0.375)
  })
})
