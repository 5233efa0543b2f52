import { expect, test } from 'vitest'
import type { Plane } from '../../math/plane.ts'
import { groupOf, indexOf, strongest, weightOf } from './variables.ts'

const plane = (shape: number[], largest: number): Plane => {
  const values = new Float32Array(shape.reduce((a, b) => a * b)).map((_, i) => i / 1e7)
  values[largest] = -5
  return { shape, values }
}

test('a weight of conv2 stands at row, column, input channel, filter', () => {
  // By hand: ((3 · 5 + 1) · 32 + 7) · 64 + 20 = 33,236.
  const place = { variable: 'conv2', group: 20, cell: { map: 7, row: 3, column: 1 } } as const
  expect(indexOf(place)).toBe(33_236)
  const gradient = plane([5, 5, 32, 64], 33_236)
  expect(strongest(gradient, 'conv2')).toEqual(place)
  expect(strongest(gradient, 'conv2', 20)).toEqual(place)
  expect(strongest(gradient, 'conv2', 63).group).toBe(63)
  const maps = groupOf(gradient, 'conv2', 20)
  expect(maps.shape).toEqual([5, 5, 32])
  expect(maps.values[(3 * 5 + 1) * 32 + 7]).toBe(-5)
})

test('a weight of fc1 is that of the neuron whose column is shown', () => {
  const neurons: Plane = { shape: [16], values: Float32Array.from({ length: 16 }, (_, i) => 1000 - i) }
  const anatomy = {
    run: 1,
    step: 1,
    place: 0,
    sizes: {} as never,
    planes: new Map([['fc1/neurons', neurons] as const]),
  }
  // Row 2, column 4 of map 10 is input (2 · 7 + 4) · 64 + 10 = 1162; the third column shown is neuron 998.
  const place = { variable: 'fc1', group: 2, cell: { map: 10, row: 2, column: 4 } } as const
  expect(weightOf(anatomy, place)).toEqual({ parameter: 'fc1/weights', at: 1162 * 1024 + 998 })
  expect(weightOf(anatomy, { variable: 'fc2', group: 3, cell: { map: 0, row: 1, column: 0 } })).toEqual({
    parameter: 'fc2/weights',
    at: 323,
  })
})
