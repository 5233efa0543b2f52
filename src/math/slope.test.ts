import { describe, expect, it } from 'vitest'
import { lossAndGradients, type NetworkParameter, type NetworkSizes, parameterSizes } from './network.ts'
import { createRandom, derive, uniform } from './random.ts'
import { createSlopeMeter, type MeasuredSlope } from './slope.ts'

const sizes: NetworkSizes = {
  imageSide: 8,
  filterSide: 3,
  conv1Channels: 2,
  conv2Channels: 3,
  fc1Neurons: 6,
  classes: 4,
}
const n = 3

function network(seed: number) {
  const random = createRandom(derive(seed, 'slope'))
  const values = (length: number, by: number) =>
    Float32Array.from({ length }, () => (uniform(random) - 0.4) * by)
  const parameters = Object.fromEntries(
    Object.entries(parameterSizes(sizes)).map(([name, length]) => [name, values(length, 1)]),
  ) as Record<NetworkParameter, Float32Array>
  const imagesNHW = Float32Array.from({ length: n * 64 }, () => uniform(random))
  const mask = Float32Array.from({ length: n * 6 }, () => (uniform(random) < 0.5 ? 2 : 0))
  return { parameters, imagesNHW, labels: Uint8Array.of(1, 0, 3), mask, sizes }
}

function finished(work: Generator<number, MeasuredSlope>): { found: MeasuredSlope; shares: number[] } {
  const shares: number[] = []
  for (;;) {
    const { done, value } = work.next()
    if (done) return { found: value, shares }
    shares.push(value)
  }
}

describe('the slope measured along a weight', () => {
  const batch = network(1)
  const doubles = Object.fromEntries(
    Object.entries(batch.parameters).map(([name, values]) => [name, Float64Array.from(values)]),
  ) as Record<NetworkParameter, Float64Array>
  const { gradients, loss } = lossAndGradients(
    doubles,
    { imagesNHW: Float64Array.from(batch.imagesNHW), labels: batch.labels },
    { sizes, mask: Float64Array.from(batch.mask) },
  )

  it('is what backpropagation derives, for weights and biases of every layer', () => {
    const meter = createSlopeMeter(batch)
    for (const [name, gradient] of Object.entries(gradients) as [NetworkParameter, Float64Array][]) {
      for (const at of [0, 1, gradient.length - 1]) {
        const { found } = finished(meter.measure(name, at))
        expect(found.slope, `${name} ${at}`).toBeCloseTo(gradient[at]!, 7)
        expect((found.below + found.above) / 2, `${name} ${at}`).toBeCloseTo(loss, 7)
      }
    }
  })

  it('says how much of its work is done, never less than before', () => {
    const { shares } = finished(createSlopeMeter(batch).measure('fc1/weights', 5))
    expect(shares.length).toBeGreaterThanOrEqual(2 * n)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBe(1)
  })

  it('counts a ReLU that stands exactly at its edge as tipped', () => {
    // The bias of fc1 cancels what comes in: one neuron of each image at zero cannot be had, so all weights are zero.
    const parameters = {
      ...batch.parameters,
      'fc1/weights': new Float32Array(batch.parameters['fc1/weights'].length),
      'fc1/bias': new Float32Array(6),
    }
    const kept = batch.mask.filter((factor, at) => at % 6 === 2 && factor > 0).length
    const { found } = finished(createSlopeMeter({ ...batch, parameters }).measure('fc1/bias', 2))
    expect(found.tipped).toBe(kept)
  })
})
