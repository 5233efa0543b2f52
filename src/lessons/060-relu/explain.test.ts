import { describe, expect, it } from 'vitest'
import { histogramOf, relu, shareOfZeros, silentMaps } from './explain.ts'
import { lookedAt, mapValues } from './layers.ts'

describe('ReLU', () => {
  it('keeps what is positive and nothing else', () => {
    expect([-2.5, -0.001, 0, 0.001, 2.5].map(relu)).toEqual([0, 0, 0, 0.001, 2.5])
  })
})

describe('zeros after ReLU', () => {
  // Two maps of 2 × 2, interleaved: map 0 holds 0, 1, 0, 0 and map 1 only zeros.
  const plane = { shape: [2, 2, 2], values: Float32Array.of(0, 0, 1, 0, 0, 0, 0, 0) }
  const shape = { mapCount: 2, mapHeight: 2, mapWidth: 2 }
  it('are counted among all values or in one map', () => {
    expect(shareOfZeros(plane.values)).toBe(7 / 8)
    expect(shareOfZeros(mapValues(plane, shape, 0))).toBe(3 / 4)
    expect(shareOfZeros(mapValues(plane, shape, 1))).toBe(1)
  })
  it('make a map silent when there is nothing else', () => {
    expect(silentMaps(plane, shape)).toBe(1)
  })
})

describe('the distribution before ReLU', () => {
  it('has an edge at zero, and zero itself below it', () => {
    const values = Float32Array.of(-2, -1.5, -0.5, 0, 0.5, 1, 1.5, 2)
    // Bins of 1: ]-2, -1] with −2 moved in, ]-1, 0], ]0, 1], ]1, 2].
    expect(histogramOf(values, 2, 2)).toEqual([2, 2, 2, 2])
  })
  it('loses nothing that lies beyond its ends', () => {
    expect(histogramOf(Float32Array.of(-9, 9, 9), 1, 2)).toEqual([1, 0, 0, 2])
  })
})

it('without ReLU all taps are those of the network that has none', () => {
  expect(lookedAt('conv2', true)).toMatchObject({ before: 'conv2/pre', after: 'conv2', isVector: false })
  expect(lookedAt('fc1', false)).toMatchObject({
    before: 'without-relu/fc1/pre',
    after: 'without-relu/fc1',
    shape: { mapCount: 1, mapHeight: 32, mapWidth: 32 },
  })
})
