/** ONNX Runtime on WASM with all threads: its own kernels in a graph written by hand (`onnxStep.mjs`). */
import { dropoutMask } from '../../../src/math/dropout.ts'
import { createRandom, derive } from '../../../src/math/random.ts'
import { classCount, pixelCount, tapShapes, training } from '../../../src/network/spec.ts'
import { firstWeightsChannelsFirst, seed } from '../feed.ts'
import { asContender } from '../learner.ts'
import { trainingStep } from './onnxStep.mjs'

export const open = async () => asContender(await learner())

async function learner() {
  // It finds its binary and its threads beside itself, so it is served as it is, past Vite.
  const address = `${self.location.origin}/bench-onnx/ort.wasm.bundle.min.mjs`
  const { env, InferenceSession, Tensor } = await import(/* @vite-ignore */ address)
  env.wasm.numThreads = self.crossOriginIsolated ? navigator.hardwareConcurrency : 1
  const weights = firstWeightsChannelsFirst()
  const names = Object.keys(weights)
  const shapes = Object.fromEntries(names.map((name) => [name, weights[name].shape]))
  const n = training.batchSize
  const session = await InferenceSession.create(trainingStep(n, shapes, training))
  const float32 = (values, shape) => new Tensor('float32', values, shape)
  const random = createRandom(derive(seed, 'dropout'))
  let state = {}
  for (const name of names) {
    const { values, shape } = weights[name]
    state[name] = float32(values, shape)
    for (const moment of ['m', 'v'])
      state[`${moment} ${name}`] = float32(new Float32Array(values.length), shape)
  }
  let t = 0
  const run = ({ imagesNHW, labels }, mask, step) => {
    const oneHot = new Float32Array(n * classCount)
    labels.forEach((label, at) => {
      oneHot[at * classCount + label] = 1
    })
    return session.run({
      ...state,
      images: float32(imagesNHW, [n, 1, tapShapes.input[0], pixelCount / tapShapes.input[0]]),
      oneHot: float32(oneHot, [n, classCount]),
      mask: float32(mask, [n, tapShapes.dropout[0]]),
      rate: float32([training.learningRate / (1 - training.beta1 ** step)], []),
      second: float32([1 / (1 - training.beta2 ** step)], []),
    })
  }
  const neurons = n * tapShapes.dropout[0]
  return {
    threads: env.wasm.numThreads,
    optimizer: 'Adam',
    hasSeededDropout: true,
    async step(batch) {
      t += 1
      const results = await run(batch, dropoutMask(neurons, training.keepProbability, random), t)
      state = Object.fromEntries(Object.keys(state).map((name) => [name, results[`next ${name}`]]))
      return results.loss.data[0]
    },
    /** The same graph with nothing dropped; the weights it answers with are let go. */
    async lossOf(batch) {
      const { loss } = await run(batch, new Float32Array(neurons).fill(1), t + 1)
      return loss.data[0]
    },
  }
}
