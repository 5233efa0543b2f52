import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { relativeDistance } from '../../tests/fixtures/distance.ts'
import { registerKernels } from '../kernels/register.ts'
import { adamUpdate } from '../math/adam.ts'
import { dropoutMask } from '../math/dropout.ts'
import { deepMnistSizes, forward, lossAndGradients } from '../math/network.ts'
import { createRandom, derive, uniform } from '../math/random.ts'
import { softmax } from '../math/softmax.ts'
import { parameterNames, tapNames, tapShapes, training } from '../network/spec.ts'
import { LossNotANumberError, train } from './train.ts'
import { type Batch, createTrainer, initialState, type Trainer } from './trainer.ts'

const sizes = deepMnistSizes

function randomBatch(n: number, seed: number): Batch {
  const random = createRandom(derive(seed, 'test images'))
  return {
    imagesNHW: Float32Array.from({ length: n * 784 }, () => uniform(random)),
    labels: Uint8Array.from({ length: n }, () => Math.floor(uniform(random) * 10)),
  }
}

/** As `toEqual`, which takes half a minute for three million numbers. */
function sameBits(a: Float32Array, b: Float32Array): boolean {
  const bytes = (values: Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  return bytes(a).equals(bytes(b))
}

async function withTrainer<T>(trainer: Trainer, use: (trainer: Trainer) => Promise<T>): Promise<T> {
  try {
    return await use(trainer)
  } finally {
    trainer.dispose()
  }
}

beforeAll(async () => {
  await tf.setBackend('cpu')
  registerKernels('cpu')
})

describe('a trainer on the cpu backend', () => {
  it('makes the Adam step that the plain reference makes', { timeout: 60_000 }, async () => {
    const start = initialState(7)
    const batch = randomBatch(2, 1)
    const mask = dropoutMask(2 * sizes.fc1Neurons, training.keepProbability, createRandom(start.dropout))
    const reference = lossAndGradients(start.parameters, batch, { sizes, mask })

    await withTrainer(createTrainer(start), async (trainer) => {
      const { loss } = await trainer.step(batch)
      const state = await trainer.read()
      expect(loss).toBeCloseTo(reference.loss, 3)
      expect(state.step).toBe(1)
      for (const name of parameterNames) {
        const m = start.firstMoments[name].slice()
        const v = start.secondMoments[name].slice()
        const newW = start.parameters[name].slice()
        adamUpdate({ w: start.parameters[name], m, v }, reference.gradients[name], {
          ...training,
          t: 1,
          newW,
        })
        // The first moments are the gradients times 1 − β₁, so they tell more than the weights, which all move by η.
        expect(relativeDistance(state.firstMoments[name], m), name).toBeLessThan(1e-4)
        expect(relativeDistance(state.secondMoments[name], v), name).toBeLessThan(1e-4)
        expect(relativeDistance(state.parameters[name], newW), name).toBeLessThan(3e-3)
      }
    })
  })

  it('continues bit for bit from what it read, and leaves no tensor behind', {
    timeout: 60_000,
  }, async () => {
    const tensorsBefore = tf.memory().numTensors
    const [first, second] = [randomBatch(1, 0), randomBatch(1, 1)]
    const straight = await withTrainer(createTrainer(initialState(0)), async (trainer) => {
      await trainer.step(first)
      const tensorsAfterOne = tf.memory().numTensors
      await trainer.step(second)
      await trainer.evaluate(second.imagesNHW, second.labels)
      await trainer.taps(second.imagesNHW, ['conv1', 'softmax'], { keep: 0.5, seed: 1 })
      expect(tf.memory().numTensors).toBe(tensorsAfterOne)
      return trainer.read()
    })
    const half = await withTrainer(createTrainer(initialState(0)), async (trainer) => {
      await trainer.step(first)
      return trainer.read()
    })
    const resumed = await withTrainer(createTrainer(structuredClone(half)), async (trainer) => {
      await trainer.step(second)
      return trainer.read()
    })
    expect(resumed.step).toBe(2)
    expect(resumed.dropout).toEqual(straight.dropout)
    for (const part of ['parameters', 'firstMoments', 'secondMoments'] as const) {
      for (const name of parameterNames) {
        expect(sameBits(resumed[part][name], straight[part][name]), `${part} ${name}`).toBe(true)
      }
    }
    expect(tf.memory().numTensors).toBe(tensorsBefore)
  })

  it('reports every tap as the plain reference computes it', { timeout: 60_000 }, async () => {
    const start = initialState(3)
    const { imagesNHW: imageHW } = randomBatch(1, 5)
    const seen = forward(start.parameters, imageHW, { sizes, mask: null })
    const { values, planes } = await withTrainer(createTrainer(start), (trainer) =>
      trainer.taps(imageHW, tapNames, { keep: 0.25, seed: 9 }),
    )
    const plane = (tap: string) => {
      const found = planes.find((candidate) => candidate.tap === tap)!
      return values.subarray(found.offset, found.offset + found.shape.reduce((a, b) => a * b, 1))
    }
    expect(planes.map(({ tap, shape }) => [tap, shape])).toEqual(Object.entries(tapShapes))
    expect(plane('input')).toEqual(imageHW)
    for (const name of parameterNames) expect(sameBits(plane(name), start.parameters[name]), name).toBe(true)
    expect(relativeDistance(plane('conv1/pre'), seen.conv1Pre)).toBeLessThan(1e-5)
    expect(relativeDistance(plane('pool1'), seen.pool1)).toBeLessThan(1e-5)
    expect(relativeDistance(plane('conv2/pre'), seen.conv2Pre)).toBeLessThan(1e-5)
    expect(relativeDistance(plane('pool2'), seen.pool2)).toBeLessThan(1e-5)
    expect(relativeDistance(plane('fc1/pre'), seen.fc1Pre)).toBeLessThan(1e-5)
    expect(relativeDistance(plane('fc2'), seen.logits)).toBeLessThan(1e-5)
    expect(relativeDistance(plane('softmax'), softmax(seen.logits, 10))).toBeLessThan(1e-4)
    const kept = plane('dropout')
    const fc1 = plane('fc1')
    for (let at = 0; at < kept.length; at++) expect([0, fc1[at]! * 4]).toContain(kept[at])
    const share = kept.filter((value) => value > 0).length / fc1.filter((value) => value > 0).length
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.35)
  })

  it('evaluates bytes and shares of ink alike', { timeout: 60_000 }, async () => {
    const { labels } = randomBatch(2, 4)
    const bytes = Uint8Array.from({ length: 2 * 784 }, (_, at) => (at * 37) % 256)
    const shares = Float32Array.from(bytes, (byte) => byte / 255)
    const start = initialState(1)
    const seen = forward(start.parameters, shares, { sizes, mask: null })
    await withTrainer(createTrainer(start), async (trainer) => {
      const fromBytes = await trainer.evaluate(bytes, labels)
      expect(fromBytes).toEqual(await trainer.evaluate(shares, labels))
      expect(relativeDistance(fromBytes.probabilities, softmax(seen.logits, 10))).toBeLessThan(1e-4)
    })
  })
})

describe('train', () => {
  function trainerWithLosses(losses: readonly number[]): Trainer {
    let step = 0
    const never = () => Promise.reject(new Error('not used here'))
    return {
      stepCount: () => step,
      step: () =>
        Promise.resolve({
          loss: losses[step++]!,
          batchAccuracy: 0.5,
          lossesN: new Float32Array(),
          answersN: new Uint8Array(),
          flow: null,
          trace: null,
        }),
      read: never,
      readParameters: never,
      taps: never,
      evaluate: never,
      lookAgain: never,
      examine: never,
      dispose: () => {},
    }
  }
  const batch = randomBatch(1, 0)

  it('asks for one batch per update and stops at the limit', async () => {
    let asked = 0
    const nextBatch = () => {
      asked += 1
      return batch
    }
    const records = []
    for await (const { record } of train(trainerWithLosses([3, 2, 1]), nextBatch, { stepLimit: 2 })) {
      records.push(record)
      expect(asked).toBe(records.length)
    }
    expect(records).toEqual([
      { step: 1, loss: 3, batchAccuracy: 0.5 },
      { step: 2, loss: 2, batchAccuracy: 0.5 },
    ])
  })

  it('stops with the step in the error when the loss is not a number', async () => {
    const steps = train(trainerWithLosses([3, Number.NaN]), () => batch, { stepLimit: 5 })
    await steps.next()
    await expect(steps.next()).rejects.toEqual(new LossNotANumberError(2))
  })
})
