import * as tf from '@tensorflow/tfjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstParameters, someSnapshot } from '../../tests/fixtures/keptSteps.ts'
import type { PlaneName } from '../network/derivedTaps.ts'
import { zeroParameters } from '../network/parameters.ts'
import { parameterNames, pixelCount, tapNames } from '../network/spec.ts'
import { createTrainer } from './trainer.ts'
import { createViewer } from './viewer.ts'

const image = Float32Array.from({ length: pixelCount }, (_, at) => ((at * 7) % 256) / 255)
const taps: readonly PlaneName[] = [
  ...tapNames.filter((tap) => tap !== 'fc1/weights'),
  ...(['first/softmax', 'without-relu/fc2', 'shift/2,-1/pool1', 'neuron/17'] as const),
  ...(['passes/0.5/3', 'trace/fc2/7/pool2'] as const),
]
const snapshot = someSnapshot(20)

beforeAll(async () => {
  await tf.setBackend('cpu')
})
afterAll(() => {
  tf.disposeVariables()
})

function copyInto(memory: ReturnType<typeof zeroParameters>, from = snapshot.parameters) {
  for (const name of parameterNames) memory[name].set(from[name])
}

test('every plane is that of a trainer with the same weights, to the last bit, also after others were loaded', async () => {
  const trainer = createTrainer({
    step: 20,
    parameters: snapshot.parameters,
    firstMoments: zeroParameters(),
    secondMoments: zeroParameters(),
    dropout: [1, 2, 3, 4],
  })
  const viewer = createViewer()
  const look = { keep: 0.5, seed: 3 }
  const expected = await trainer.taps(image, taps, look)
  viewer.load(1, (memory) => copyInto(memory, firstParameters(3)))
  const before = await viewer.taps(image, taps, look)
  viewer.load(20, copyInto)
  const seen = await viewer.taps(image, taps, look)
  trainer.dispose()
  viewer.dispose()
  expect(seen.planes).toEqual(expected.planes)
  expect(Buffer.from(seen.values.buffer).equals(Buffer.from(expected.values.buffer))).toBe(true)
  expect(Buffer.from(before.values.buffer).equals(Buffer.from(seen.values.buffer))).toBe(false)
}, 60_000)

test('loading leaves no tensor behind, and disposing none at all', async () => {
  const before = tf.memory().numTensors
  const viewer = createViewer()
  viewer.load(20, copyInto)
  const loaded = tf.memory().numTensors
  viewer.load(21, copyInto)
  await viewer.taps(image, ['fc2', 'first/conv1/weights'], { keep: 1, seed: 3 })
  await viewer.taps(image, ['fc2'], { keep: 1, seed: 3 })
  expect(tf.memory().numTensors).toBe(loaded)
  viewer.dispose()
  expect(tf.memory().numTensors).toBe(before)
}, 60_000)
