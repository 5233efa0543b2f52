import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, it } from 'vitest'
import { registerKernels } from '../kernels/register.ts'
import { dropoutMask } from '../math/dropout.ts'
import { deepMnistSizes, lossAndGradients } from '../math/network.ts'
import { sizeOf } from '../math/plane.ts'
import { createRandom, derive, normal, uniform } from '../math/random.ts'
import { parameterRecord } from '../network/parameters.ts'
import { type ParameterName, parameterNames, tapShapes, training } from '../network/spec.ts'
import type { TrainerState } from '../protocol/checkpoint.ts'
import { type Batch, createTrainer, initialState, type StepWishes } from './trainer.ts'

const random = createRandom(derive(4, 'flow'))
const batch: Batch = {
  imagesNHW: Float32Array.from({ length: 784 }, () => uniform(random)),
  labels: Uint8Array.of(3),
}
/** In the middle of a run: both moments are there, and their corrections differ from those of the first step. */
const start: TrainerState = {
  ...initialState(6),
  step: 5,
  firstMoments: parameterRecord((name) => drawn(name, () => 0.01 * normal(random))),
  secondMoments: parameterRecord((name) => drawn(name, () => 0.001 * uniform(random))),
}

function drawn(name: ParameterName, draw: () => number): Float32Array {
  return Float32Array.from({ length: sizeOf(tapShapes[name]) }, draw)
}

const rootMeanSquare = (values: Float32Array) =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length)
const apart = (actual: number, expected: number) => Math.abs(actual / expected - 1)

async function oneUpdate(wishes: StepWishes) {
  const trainer = createTrainer(start)
  const { flow } = await trainer.step(batch, wishes)
  const state = await trainer.read()
  const tensors = tf.memory().numTensors
  trainer.dispose()
  return { flow, state, tensors }
}

beforeAll(async () => {
  await tf.setBackend('cpu')
  registerKernels('cpu')
})

it('is the size of what changed, and asking for it changes nothing', { timeout: 120_000 }, async () => {
  const { flow, state, tensors } = await oneUpdate({ flow: true })
  const untold = await oneUpdate({})
  expect(untold.flow).toBeNull()
  expect(tensors).toBe(untold.tensors)
  const mask = dropoutMask(1024, training.keepProbability, createRandom(start.dropout))
  const { gradients } = lossAndGradients(start.parameters, batch, { sizes: deepMnistSizes, mask })
  expect(flow!.step).toBe(6)
  for (const name of parameterNames) {
    for (const part of ['parameters', 'firstMoments', 'secondMoments'] as const) {
      const bytes = (one: TrainerState) => Buffer.from(one[part][name].buffer)
      expect(bytes(state).equals(bytes(untold.state)), `${part} ${name}`).toBe(true)
    }
    const after = state.parameters[name]
    // Differences of weights around 0.1 in single precision are true to a ten-thousandth of an update.
    const moved = after.map((value, at) => value - start.parameters[name][at]!)
    expect(apart(flow!.updates[name], rootMeanSquare(moved)), `update of ${name}`).toBeLessThan(1e-3)
    expect(apart(flow!.weights[name], rootMeanSquare(after)), `weights of ${name}`).toBeLessThan(1e-5)
    const gradient = rootMeanSquare(gradients[name] as Float32Array)
    expect(apart(flow!.gradients[name], gradient), `gradient of ${name}`).toBeLessThan(1e-4)
  }
})
