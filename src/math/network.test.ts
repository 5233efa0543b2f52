import { describe, expect, it } from 'vitest'
import { dropoutMask } from './dropout.ts'
import {
  forward,
  lossAndGradients,
  type NetworkParameter,
  type NetworkParameters,
  type NetworkSizes,
  parameterSizes,
} from './network.ts'
import { winners } from './pooling.ts'
import { createRandom, derive, normal, uniform } from './random.ts'

const sizes: NetworkSizes = {
  imageSide: 8,
  filterSide: 5,
  conv1Channels: 2,
  conv2Channels: 3,
  fc1Neurons: 6,
  classes: 4,
}
const n = 3
const names = Object.keys(parameterSizes(sizes)) as NetworkParameter[]

function setting(seed: number) {
  const random = createRandom(derive(seed, 'test'))
  const values = Object.entries(parameterSizes(sizes)).map(([name, size]) => [
    name,
    Float64Array.from({ length: size }, () => 0.3 * normal(random)),
  ])
  return {
    parameters: Object.fromEntries(values) as NetworkParameters<Float64Array>,
    batch: {
      imagesNHW: Float64Array.from({ length: n * sizes.imageSide ** 2 }, () => uniform(random)),
      labels: Uint8Array.of(0, 3, 1),
    },
    mask: Float64Array.from(dropoutMask(n * sizes.fc1Neurons, 0.5, random)),
  }
}

/** Which side of every kink we are on: signs before each ReLU, winner of each pooling window. */
function kinks(
  parameters: NetworkParameters<Float64Array>,
  imagesNHW: Float64Array,
  mask: Float64Array,
): string {
  const seen = forward(parameters, imagesNHW, { sizes, mask })
  const signs = [seen.conv1Pre, seen.conv2Pre, seen.fc1Pre].map((pre) =>
    pre.map((value) => Number(value > 0)).join(''),
  )
  const won = [
    winners(seen.conv1, { n, height: 8, width: 8, channels: 2 }),
    winners(seen.conv2, { n, height: 4, width: 4, channels: 3 }),
  ].map((places) => places.join())
  return [...signs, ...won].join()
}

describe('the whole network', () => {
  it.each([1, 2])('has the gradients that finite differences find (seed %i)', (seed) => {
    const { parameters, batch, mask } = setting(seed)
    const { gradients } = lossAndGradients(parameters, batch, { sizes, mask })
    const here = kinks(parameters, batch.imagesNHW, mask)
    const step = 1e-6
    let compared = 0
    let all = 0
    for (const name of names) {
      for (let at = 0; at < parameters[name].length; at++) {
        all += 1
        const moved = (by: number) => {
          const values = Float64Array.from(parameters[name])
          values[at]! += by
          return { ...parameters, [name]: values }
        }
        const [before, after] = [moved(-step), moved(step)]
        // On the other side of a kink the difference of two losses says nothing about the slope here.
        if ([before, after].some((there) => kinks(there, batch.imagesNHW, mask) !== here)) continue
        compared += 1
        const difference =
          lossAndGradients(after, batch, { sizes, mask }).loss -
          lossAndGradients(before, batch, { sizes, mask }).loss
        expect(Math.abs(difference / (2 * step) - gradients[name][at]!), `${name}[${at}]`).toBeLessThan(1e-8)
      }
    }
    expect(compared / all).toBeGreaterThan(0.95)
  })

  it('gives a batch the mean of what its images give alone', () => {
    const { parameters, batch, mask } = setting(3)
    const together = lossAndGradients(parameters, batch, { sizes, mask })
    const alone = Array.from({ length: n }, (_, image) =>
      lossAndGradients(
        parameters,
        {
          imagesNHW: batch.imagesNHW.slice(image * 64, (image + 1) * 64),
          labels: batch.labels.slice(image, image + 1),
        },
        { sizes, mask: mask.slice(image * sizes.fc1Neurons, (image + 1) * sizes.fc1Neurons) },
      ),
    )
    const meanOf = (pick: (result: (typeof alone)[number]) => number) =>
      alone.reduce((sum, result) => sum + pick(result), 0) / n
    expect(together.loss).toBeCloseTo(
      meanOf(({ loss }) => loss),
      12,
    )
    for (const name of names) {
      expect(together.gradients[name][0]).toBeCloseTo(
        meanOf(({ gradients }) => gradients[name][0]!),
        12,
      )
    }
  })

  it('computes the same in single precision within rounding', () => {
    const { parameters, batch, mask } = setting(4)
    const single = Object.fromEntries(names.map((name) => [name, Float32Array.from(parameters[name])]))
    const { loss } = lossAndGradients(
      single as NetworkParameters<Float32Array>,
      { imagesNHW: Float32Array.from(batch.imagesNHW), labels: batch.labels },
      { sizes, mask: Float32Array.from(mask) },
    )
    expect(loss).toBeCloseTo(lossAndGradients(parameters, batch, { sizes, mask }).loss, 5)
  })
})
