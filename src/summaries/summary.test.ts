import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, it } from 'vitest'
import { registerKernels } from '../kernels/register.ts'
import { deepMnistSizes, forward } from '../math/network.ts'
import { pictureValue } from '../math/pictureBytes.ts'
import { createRandom, derive, uniform } from '../math/random.ts'
import { parameterNames, tapShapes } from '../network/spec.ts'
import type { Distribution, RecordedPictures } from '../protocol/record.ts'
import { createTrainer, initialState } from '../training/trainer.ts'
import { buffersOf, type Sample, splitSummary, variableSummary } from './summary.ts'

const random = createRandom(derive(8, 'summary'))
const start = initialState(8)
const sample: Sample = {
  imagesNHW: Uint8Array.from({ length: 3 * 784 }, () => Math.floor(256 * uniform(random))),
  labels: Uint8Array.of(4, 1, 9),
  indices: Uint32Array.of(12, 7, 30_000),
}
const shares = Float32Array.from(sample.imagesNHW, (byte) => byte / 255)

beforeAll(async () => {
  await tf.setBackend('cpu')
  registerKernels('cpu')
})

/** Single precision, and other orders of the sums, on both sides. */
function expectLike(found: Distribution, values: Float32Array) {
  const sorted = [...values].sort((one, other) => one - other)
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const range = sorted.at(-1)! - sorted[0]!
  expect(found.count).toBe(sorted.length)
  expect(Math.abs(found.mean - mean)).toBeLessThan(1e-5 * range)
  expect(Math.abs(found.min - sorted[0]!)).toBeLessThan(1e-5 * range)
  expect(Math.abs(found.max - sorted.at(-1)!)).toBeLessThan(1e-5 * range)
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length
  expect(Math.abs(found.deviation - Math.sqrt(variance))).toBeLessThan(1e-5 * range)
  expect(Math.abs(found.percentiles[4]! - sorted[Math.floor((sorted.length - 1) / 2)]!)).toBeLessThan(
    2e-4 * range,
  )
}

function expectPicture(picture: RecordedPictures, values: ArrayLike<number>) {
  expect(picture.bytes).toHaveLength(values.length)
  const step = picture.limit / (picture.isSigned ? 127 : 255)
  for (let at = 0; at < values.length; at++) {
    expect(Math.abs(pictureValue(picture, at) - values[at]!)).toBeLessThan(0.501 * step)
  }
}

it('says of images what math/ computes of them, and leaves no tensor behind', {
  timeout: 60_000,
}, async () => {
  const trainer = createTrainer(start)
  const before = tf.memory().numTensors
  const split = await splitSummary(trainer, sample)
  expect(tf.memory().numTensors).toBe(before)
  trainer.dispose()

  const seen = [0, 1, 2].map((image) =>
    forward(start.parameters, shares.subarray(image * 784, (image + 1) * 784), {
      sizes: deepMnistSizes,
      mask: null,
    }),
  )
  const all = (name: 'conv1' | 'conv2' | 'fc1' | 'logits') =>
    Float32Array.from(seen.flatMap((one) => [...one[name]]))
  expectLike(split.activations.conv1, all('conv1'))
  expectLike(split.activations.conv2, all('conv2'))
  expectLike(split.activations.fc1, all('fc1'))
  expectLike(split.activations.fc2, all('logits'))
  for (const tap of ['conv1', 'pool1', 'conv2', 'pool2'] as const) {
    expect(split.maps[tap].shape).toEqual(tapShapes[tap])
    expectPicture(split.maps[tap], seen[0]![tap])
  }
  expect(split.images).toBe(3)
  expect([...split.labels]).toEqual([4, 1, 9])
  expect([...split.indices]).toEqual([12, 7, 30_000])
  expect(split.digits.shape).toEqual([3, 28, 28])
  expect(split.digits.bytes).toEqual(sample.imagesNHW)
})

it('keeps the bytes of digits that come as shares of ink', { timeout: 60_000 }, async () => {
  const trainer = createTrainer(start)
  const { digits } = await splitSummary(trainer, { ...sample, imagesNHW: shares })
  trainer.dispose()
  expect(digits.bytes).toEqual(sample.imagesNHW)
})

it('says of variables what they are', async () => {
  const trainer = createTrainer(start)
  const { variables, filters } = await variableSummary(trainer)
  trainer.dispose()
  for (const name of parameterNames) {
    if (name.endsWith('/bias')) {
      expect(variables[name]).toMatchObject({ mean: Math.fround(0.1), deviation: 0 })
    } else if (name !== 'fc1/weights') expectLike(variables[name], start.parameters[name])
  }
  // Truncated at two deviations of 0.1, the deviation of the rest is 0.088.
  expect(variables['fc1/weights'].count).toBe(3_211_264)
  expect(variables['fc1/weights'].deviation).toBeCloseTo(0.088, 3)
  expectPicture(filters['conv1/weights'], start.parameters['conv1/weights'])
  expectPicture(filters['conv2/weights'], start.parameters['conv2/weights'])
})

it('hands over all of its memory, a sixth of a megabyte', { timeout: 60_000 }, async () => {
  const trainer = createTrainer(start)
  const variables = await variableSummary(trainer)
  const train = await splitSummary(trainer, sample)
  trainer.dispose()
  const summary = { step: 0, wallMs: 0, ...variables, train, test: structuredClone(train), trace: null }
  const buffers = buffersOf(summary)
  // Seven digits more in each split than here.
  const bytes = buffers.reduce((sum, { byteLength }) => sum + byteLength, 0) + 2 * 7 * 784
  expect(bytes / 1e6).toBeCloseTo(0.166, 2)
  const copy = structuredClone(summary, { transfer: buffers })
  expect(summary.variables['conv1/bias'].bins).toHaveLength(0)
  expect(summary.test.maps.conv1.bytes).toHaveLength(0)
  expect(copy.test.maps.conv1.bytes).toHaveLength(25_088)
})
