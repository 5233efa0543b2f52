import { describe, expect, it } from 'vitest'
import {
  below,
  createRandom,
  derive,
  fillTruncatedNormal,
  normal,
  shuffle,
  truncatedNormal,
  uniform,
} from './random.ts'

const draws = 200_000

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function drawMany(seed: number, draw: (random: ReturnType<typeof createRandom>) => number): number[] {
  const random = createRandom(derive(seed, 'test'))
  return Array.from({ length: draws }, () => draw(random))
}

describe('the generator', () => {
  it('follows the definition of sfc32', () => {
    // By hand from state a=1 b=2 c=3 counter=4: result = a+b+counter; a = b^(b>>>9); b = c+8c; c = rot(c,21)+result.
    const random = createRandom([1, 2, 3, 4])
    expect(random.uint32()).toBe(7)
    expect(random.state()).toEqual([2, 27, 3 * 2 ** 21 + 7, 5])
  })

  it('continues with the same numbers from a stored state', () => {
    const random = createRandom(derive(5, 'weights'))
    random.uint32()
    const copy = createRandom(structuredClone(random.state()))
    expect(Array.from({ length: 50 }, copy.uint32)).toEqual(Array.from({ length: 50 }, random.uint32))
  })

  it('gives unrelated streams for neighbouring seeds, large seeds, negative seeds, and for purposes', () => {
    const starts = [0, 1, 2, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 40].flatMap((seed) =>
      ['weights', 'batches', 'dropout'].map((purpose) => createRandom(derive(seed, purpose)).uint32()),
    )
    expect(new Set(starts).size).toBe(starts.length)
  })

  it.each([0, 1, 123456789])('has uniform bits for seed %i', (seed) => {
    const values = drawMany(seed, uniform)
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0)
    expect(mean(values)).toBeCloseTo(0.5, 2)
    expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2)
    // Neighbours in the stream must not know of each other.
    expect(mean(values.slice(1).map((value, at) => (value - 0.5) * (values[at]! - 0.5)))).toBeCloseTo(0, 2)
  })
})

describe('draws', () => {
  it.each([0, 7])(
    'truncated normal: filling draws what single draws give, and ends where they end (seed %i)',
    (seed) => {
      const random = createRandom(derive(seed, 'weights'))
      const singly = Float32Array.from({ length: 10_000 }, () => 0.1 * truncatedNormal(random))
      const filled = new Float32Array(10_000)
      const state = fillTruncatedNormal(filled, 0.1, derive(seed, 'weights'))
      expect(filled).toEqual(singly)
      expect(state).toEqual(random.state())
    },
  )

  it('below: every whole number is equally likely', () => {
    const counts = new Array<number>(7).fill(0)
    for (const value of drawMany(0, (random) => below(7, random))) counts[value]! += 1
    // Chi-squared with 6 degrees of freedom stays below 22.5 with probability 0.999.
    const expected = draws / 7
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(chiSquared).toBeLessThan(22.5)
  })

  it('normal: mean 0, variance 1, fourth moment 3', () => {
    const values = drawMany(0, normal)
    expect(Math.abs(mean(values))).toBeLessThan(0.01)
    expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.015)
    expect(Math.abs(mean(values.map((value) => value ** 4)) - 3)).toBeLessThan(0.15)
  })

  it('truncated normal: within two deviations, deviation 0.880', () => {
    const values = drawMany(0, truncatedNormal)
    expect(values.every((value) => Math.abs(value) <= 2)).toBe(true)
    // 1 − 2·2·φ(2)/(2Φ(2) − 1) = 1 − 4·0.053991/0.954500
    expect(Math.abs(mean(values.map((value) => value ** 2)) - 0.77374)).toBeLessThan(0.01)
  })

  it('shuffle: keeps every item, and every order is equally likely', () => {
    const random = createRandom(derive(0, 'test'))
    const orders = new Map<string, number>()
    for (let round = 0; round < 24_000; round++) {
      const order = shuffle([0, 1, 2, 3], random).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(24)
    // Chi-squared with 23 degrees of freedom stays below 49.7 with probability 0.999.
    const chiSquared = [...orders.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquared).toBeLessThan(49.7)
  })
})
