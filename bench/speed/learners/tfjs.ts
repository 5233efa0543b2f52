/** tfjs as it is shipped: a Layers model and `trainOnBatch`. On WASM with the one kernel without which it cannot train. */
import * as tf from '@tensorflow/tfjs'
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import wasmThreadsUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import { filterGradientKernel } from '../../../src/kernels/convolution-gradients.ts'
import { classCount, imageSide, parameterNames, tapShapes, training } from '../../../src/network/spec.ts'
import type { Batch } from '../../../src/training/gradients.ts'
import { firstWeights } from '../feed.ts'
import { asContender, type Learner } from '../learner.ts'

export const open = async (backend: string) => asContender(await learnerOn(backend))

async function learnerOn(backend: string): Promise<Learner> {
  const threads = await start(backend)
  const { learningRate, beta1, beta2, epsilon } = training
  const model = deepMnist()
  model.compile({
    optimizer: tf.train.adam(learningRate, beta1, beta2, epsilon),
    loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(labels, logits),
  })
  const weights = firstWeights()
  model.setWeights(parameterNames.map((name) => tf.tensor(weights[name], [...tapShapes[name]])))
  return {
    threads,
    optimizer: 'Adam',
    hasSeededDropout: false,
    async step(batch) {
      const { images, oneHot } = tensorsOf(batch)
      const loss = await model.trainOnBatch(images, oneHot)
      tf.dispose([images, oneHot])
      return Array.isArray(loss) ? loss[0]! : loss
    },
    async lossOf(batch) {
      const loss = tf.tidy(() => {
        const { images, oneHot } = tensorsOf(batch)
        return tf.losses.softmaxCrossEntropy(oneHot, model.predictOnBatch(images) as tf.Tensor)
      })
      return (await loss.data())[0]!
    },
  }
}

/** Returns the number of threads. They are as many as tfjs takes by itself. */
async function start(backend: string): Promise<number> {
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu')
  if (backend !== 'wasm') {
    if (!(await tf.setBackend(backend))) throw new Error(`${backend} does not start here.`)
    return 1
  }
  const wasm = await import('@tensorflow/tfjs-backend-wasm')
  wasm.setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmUrl,
    'tfjs-backend-wasm-simd.wasm': wasmSimdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmThreadsUrl,
  })
  await tf.setBackend('wasm')
  const kernelFunc = filterGradientKernel('wasm') as unknown as tf.KernelFunc
  tf.registerKernel({ kernelName: 'Conv2DBackpropFilter', backendName: 'wasm', kernelFunc })
  return wasm.getThreadsCount()
}

function deepMnist(): tf.Sequential {
  const convolution = (filters: number) =>
    tf.layers.conv2d({ filters, kernelSize: 5, padding: 'same', activation: 'relu' })
  const model = tf.sequential()
  model.add(tf.layers.inputLayer({ inputShape: [imageSide, imageSide, 1] }))
  model.add(convolution(tapShapes.conv1[2]))
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  model.add(convolution(tapShapes.conv2[2]))
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  model.add(tf.layers.flatten())
  model.add(tf.layers.dense({ units: tapShapes.fc1[0], activation: 'relu' }))
  model.add(tf.layers.dropout({ rate: 1 - training.keepProbability }))
  model.add(tf.layers.dense({ units: classCount }))
  return model
}

function tensorsOf({ imagesNHW, labels }: Batch) {
  return {
    images: tf.tensor4d(imagesNHW, [labels.length, imageSide, imageSide, 1]),
    oneHot: tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), classCount).toFloat()),
  }
}
