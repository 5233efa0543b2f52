import { expect, test } from 'vitest'
import { createRandom, derive, normal, uniform } from '../math/random.ts'
import { bandShares, distributionOf } from './distribution.ts'

/** Straight from the definitions, in double precision, by sorting. */
function naive(values: Float32Array) {
  const sorted = Array.from(values).sort((one, other) => one - other)
  const [min, max] = [sorted[0]!, sorted.at(-1)!]
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length
  const bins = new Array<number>(64).fill(0)
  for (const value of sorted) bins[Math.min(63, Math.floor(((value - min) / (max - min)) * 64))]!++
  const percentiles = [0, 7, 16, 31, 50, 69, 84, 93, 100].map(
    (percent) => sorted[Math.floor((percent / 100) * (sorted.length - 1))]!,
  )
  return { count: sorted.length, mean, deviation: Math.sqrt(variance), min, max, bins, percentiles }
}

const drawn = (count: number, draw: (random: ReturnType<typeof createRandom>) => number) => {
  const random = createRandom(derive(5, 'distribution'))
  return Float32Array.from({ length: count }, () => draw(random))
}

const cases: Record<string, Float32Array> = {
  normal: drawn(10_001, normal),
  'normal, after ReLU': drawn(10_000, (random) => Math.max(0, normal(random))),
  'hardly any above zero': drawn(10_000, (random) => Math.max(0, normal(random) - 2.5)),
  'even, far from zero': drawn(9999, (random) => 1e6 + uniform(random)),
  'tiny, with one giant': drawn(5000, (random) => 1e-6 * normal(random)).fill(1e4, 17, 18),
  'two values': Float32Array.of(-3, 5),
  three: Float32Array.of(2, 2, 7),
}

test.each(Object.entries(cases))('agrees with sorting and counting: %s', (_, values) => {
  const expected = naive(values)
  const found = distributionOf(values)
  const range = expected.max - expected.min
  expect(found.count).toBe(expected.count)
  expect([found.min, found.max]).toEqual([expected.min, expected.max])
  expect(Math.abs(found.mean - expected.mean)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected.mean)))
  expect(Math.abs(found.deviation / expected.deviation - 1)).toBeLessThan(1e-9)
  expect(found.bins.reduce((sum, bin) => sum + bin, 0)).toBe(expected.count)
  // An edge between two bins may round to either side.
  const moved = found.bins.reduce((sum, bin, at) => sum + Math.abs(bin - expected.bins[at]!), 0)
  expect(moved).toBeLessThanOrEqual(2)
  found.percentiles.forEach((value, at) => {
    expect(Math.abs(value - expected.percentiles[at]!)).toBeLessThanOrEqual(
      (range / 8192) * 1.0001 + range * 1e-7,
    )
  })
})

test('by hand: 1, 2, 3, 4', () => {
  const { mean, deviation, min, max, bins, percentiles } = distributionOf(Float32Array.of(1, 2, 3, 4))
  expect([mean, min, max]).toEqual([2.5, 1, 4])
  expect(deviation).toBeCloseTo(Math.sqrt(1.25), 14)
  // A third of 64 bins from one to the next: 0, 21.33, 42.67 and the last.
  expect([...bins.keys()].filter((bin) => bins[bin] === 1)).toEqual([0, 21, 42, 63])
  expect([percentiles[0], percentiles[8]]).toEqual([1, 4])
  // Rank ⌊0.5 · 3⌋ is the second.
  expect(percentiles[4]).toBeCloseTo(2, 3)
})

test('what ReLU cut off stays exactly zero', () => {
  const { percentiles } = distributionOf(drawn(10_000, (random) => Math.max(0, normal(random))))
  expect([...percentiles.subarray(0, 4)]).toEqual([0, 0, 0, 0])
  expect(percentiles[5]).toBeGreaterThan(0.4)
})

test('equal values have one bin, no deviation, and are their own percentiles', () => {
  for (const values of [new Float32Array(1024).fill(0.1), Float32Array.of(-7), new Float32Array(3)]) {
    const value = values[0]!
    expect(distributionOf(values)).toEqual({
      count: values.length,
      mean: value,
      deviation: 0,
      min: value,
      max: value,
      bins: Uint32Array.of(values.length),
      percentiles: new Float32Array(bandShares.length).fill(value),
    })
  }
})

test('no values are no reason for what is not a number', () => {
  const { count, mean, deviation, min, max, bins } = distributionOf(new Float32Array())
  expect([count, mean, deviation, min, max, ...bins]).toEqual([0, 0, 0, 0, 0, 0])
})

test('percentiles never fall', () => {
  for (const values of Object.values(cases)) {
    const { percentiles } = distributionOf(values)
    expect([...percentiles]).toEqual([...percentiles].sort((one, other) => one - other))
  }
})
