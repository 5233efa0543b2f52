/** jax-js: gradients by its own differentiation, Adam by hand, the whole step as one jitted function. */
import { blockUntilReady, defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax'
import { dropoutMask } from '../../../src/math/dropout.ts'
import { createRandom, derive } from '../../../src/math/random.ts'
import { parameterRecord } from '../../../src/network/parameters.ts'
import {
  classCount,
  imageSide,
  type ParameterName,
  parameterNames,
  tapShapes,
  training,
} from '../../../src/network/spec.ts'
import type { Batch } from '../../../src/training/gradients.ts'
import { firstWeightsChannelsFirst, seed } from '../feed.ts'
import { asContender, type Learner } from '../learner.ts'

type Arrays = Record<ParameterName, np.Array>
type State = { w: Arrays; m: Arrays; v: Arrays }

export const open = async (backend: string) => asContender(await learnerOn(backend))

async function learnerOn(backend: string): Promise<Learner> {
  if (backend !== 'wasm' && backend !== 'webgpu') throw new Error(`jax-js has no ${backend} for this.`)
  const devices = await init(backend)
  if (!devices.includes(backend)) throw new Error(`jax-js does not start ${backend} here.`)
  defaultDevice(backend)
  const step = jit(update)
  const loss = jit(meanLoss)
  const random = createRandom(derive(seed, 'dropout'))
  const weights = firstWeightsChannelsFirst()
  const w = parameterRecord((name) => array(weights[name].values).reshape([...weights[name].shape]))
  const zeros = () => parameterRecord((name) => np.zeros(w[name].shape))
  let state: State = { w, m: zeros(), v: zeros() }
  let t = 0
  return {
    threads: backend === 'wasm' && globalThis.crossOriginIsolated ? navigator.hardwareConcurrency : 1,
    optimizer: 'Adam',
    hasSeededDropout: true,
    async step(batch) {
      t += 1
      const n = batch.labels.length
      const mask = dropoutMask(n * tapShapes.dropout[0], training.keepProbability, random)
      const corrections = {
        first: np.array(training.learningRate / (1 - training.beta1 ** t)),
        second: np.array(1 / (1 - training.beta2 ** t)),
      }
      const [value, next] = step(state, ...inputs(batch), array(mask).reshape([n, -1]), corrections)
      state = await blockUntilReady(next)
      return (await value.data())[0]!
    },
    async lossOf(batch) {
      const all = np.ones([batch.labels.length, tapShapes.dropout[0]])
      const w = parameterRecord((name) => state.w[name].ref)
      return (await loss(w, ...inputs(batch), all).data())[0]!
    },
  }
}

/** It keeps what it is given, so it gets a copy. */
function array(values: Float32Array): np.Array {
  return np.array(Float32Array.from(values))
}

function inputs({ imagesNHW, labels }: Batch): [images: np.Array, oneHot: np.Array] {
  const n = labels.length
  const oneHot = new Float32Array(n * classCount)
  labels.forEach((label, at) => {
    oneHot[at * classCount + label] = 1
  })
  return [array(imagesNHW).reshape([n, 1, imageSide, imageSide]), np.array(oneHot).reshape([n, classCount])]
}

/** Arrays count their users: each function uses up what it is given, and `ref` counts one more. */
function meanLoss(w: Arrays, images: np.Array, oneHot: np.Array, mask: np.Array): np.Array {
  const n = images.shape[0]!
  const convolution = (x: np.Array, layer: 'conv1' | 'conv2') =>
    nn.relu(lax.conv(x, w[`${layer}/weights`], [1, 1], 'SAME').add(w[`${layer}/bias`].reshape([-1, 1, 1])))
  const pool = (x: np.Array) => lax.reduceWindow(x, (window) => np.max(window), [2, 2], [2, 2])
  const pooled = pool(convolution(pool(convolution(images, 'conv1')), 'conv2')).reshape([n, -1])
  const fc1 = nn.relu(np.matmul(pooled, w['fc1/weights']).add(w['fc1/bias']))
  const logits = np.matmul(fc1.mul(mask), w['fc2/weights']).add(w['fc2/bias'])
  return np.sum(nn.logSoftmax(logits).mul(oneHot)).mul(-1 / n)
}

/** One update; `corrections` are η / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ). */
function update(
  { w, m, v }: State,
  images: np.Array,
  oneHot: np.Array,
  mask: np.Array,
  corrections: { first: np.Array; second: np.Array },
): [loss: np.Array, next: State] {
  const { beta1, beta2, epsilon } = training
  const before = parameterRecord((name) => w[name].ref)
  const [loss, gradients] = valueAndGrad(meanLoss)(before, images, oneHot, mask)
  const next: State = { w: { ...w }, m: { ...m }, v: { ...v } }
  for (const name of parameterNames) {
    const g = gradients[name]
    next.m[name] = m[name].mul(beta1).add(g.ref.mul(1 - beta1))
    next.v[name] = v[name].mul(beta2).add(g.ref.mul(g).mul(1 - beta2))
    const unit = np.sqrt(next.v[name].ref.mul(corrections.second.ref)).add(epsilon)
    next.w[name] = w[name].sub(next.m[name].ref.mul(corrections.first.ref).div(unit))
  }
  corrections.first.dispose()
  corrections.second.dispose()
  return [loss, next]
}
