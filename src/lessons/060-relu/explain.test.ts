import { describe, expect, it } from 'vitest'
import { relu, shareOfZeros, silentMaps } from './explain.ts'

describe('ReLU', () => {
  it('keeps what is positive and nothing else', () => {
    expect([-2.5, -0.001, 0, 0.001, 2.5].map(relu)).toEqual([0, 0, 0, 0.001, 2.5])
  })
})

describe('zeros after ReLU', () => {
  // Two maps of 2 × 2, interleaved: map 0 holds 0, 1, 0, 0 and map 1 only zeros.
  const plane = { shape: [2, 2, 2], values: Float32Array.of(0, 0, 1, 0, 0, 0, 0, 0) }
  it('are counted among all values or in one map', () => {
    expect(shareOfZeros(plane)).toBe(7 / 8)
    expect(shareOfZeros(plane, 0)).toBe(3 / 4)
    expect(shareOfZeros(plane, 1)).toBe(1)
  })
  it('make a map silent when there is nothing else', () => {
    expect(silentMaps(plane, { mapCount: 2, mapHeight: 2, mapWidth: 2 })).toBe(1)
  })
})
