import { expect, it } from 'vitest'
import { convolve } from '../../math/convolution.ts'
import type { Plane } from '../../math/plane.ts'
import { createRandom, derive, uniform } from '../../math/random.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'
import { collapseOf } from './collapse.ts'

const random = createRandom(derive(11, 'collapse'))
const numbers = (count: number) => Float32Array.from({ length: count }, () => uniform(random) - 0.5)
const input = numbers(28 * 28)
const [filters, biases, second] = [numbers(25 * 32), numbers(32), numbers(25 * 32 * 64)]
const sizes = { n: 1, height: 28, width: 28, inputChannels: 1, side: 5 }
const before = convolve(input, filters, biases, { ...sizes, outputChannels: 32 })
const planes = new Map<PlaneName, Plane>([
  ['input', { shape: [28, 28, 1], values: input }],
  ['conv1/pre', { shape: [28, 28, 32], values: before }],
  ['conv1/weights', { shape: [5, 5, 1, 32], values: filters }],
  ['conv1/bias', { shape: [32], values: biases }],
  ['conv2/weights', { shape: [5, 5, 32, 64], values: second }],
])

it('one filter of 9 × 9 gives what two convolutions give, but not with ReLU between them', () => {
  // Map 3 alone through channel 3 of filter 9, by the definition of convolution in math/.
  const channel = Float32Array.from({ length: 25 }, (_, at) => second[(at * 32 + 3) * 64 + 9])
  const map = Float32Array.from({ length: 28 * 28 }, (_, at) => before[at * 32 + 3])
  const none = Float32Array.of(0)
  const inTwo = convolve(map, channel, none, { ...sizes, outputChannels: 1 })
  const bent = convolve(
    map.map((value) => Math.max(0, value)),
    channel,
    none,
    { ...sizes, outputChannels: 1 },
  )
  for (const [row, column] of [
    [2, 2],
    [13, 20],
    [25, 9],
  ] as const) {
    const collapse = collapseOf(planes, { map: 3, row, column }, 9)
    expect(collapse?.inTwo).toBeCloseTo(inTwo[row * 28 + column], 4)
    expect(collapse?.inOne).toBeCloseTo(inTwo[row * 28 + column], 4)
    expect(collapse?.withRelu).toBeCloseTo(bent[row * 28 + column], 4)
    expect(Math.abs((collapse?.withRelu ?? 0) - (collapse?.inOne ?? 0))).toBeGreaterThan(0.05)
    expect(collapse?.isAtBorder).toBe(false)
  }
  expect(collapseOf(planes, { map: 3, row: 1, column: 9 }, 9)?.isAtBorder).toBe(true)
  expect(collapseOf(new Map(), { map: 3, row: 9, column: 9 }, 9)).toBeNull()
})
