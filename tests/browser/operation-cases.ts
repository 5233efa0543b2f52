/** The operations `src/kernels` adds: layer, channel sum and Adam, against stock operations and `math/`. */
import * as tf from '@tensorflow/tfjs'
import { adamStep } from '../../src/kernels/adam.ts'
import { convolutionLayer } from '../../src/kernels/convolution-layer.ts'
import { adamUpdate } from '../../src/math/adam.ts'
import { training } from '../../src/network/spec.ts'
import type { Case } from './kernel-cases.ts'

type Layer = (x: tf.Tensor4D, filter: tf.Tensor4D, bias: tf.Tensor1D) => tf.Tensor4D

const stockLayer: Layer = (x, filter, bias) =>
  tf.maxPool(tf.relu(tf.add<tf.Tensor4D>(tf.conv2d(x, filter, 1, 'same'), bias)), 2, 2, 'valid')

/** Whole numbers make many sums equal: then it shows that of equal neighbours the first wins. */
type LayerSizes = { n: number; h: number; w: number; c: number; o: number; side: number; isWhole?: boolean }

function layerCases({ n, h, w, c, o, side, isWhole = false }: LayerSizes): Case[] {
  const title = `${n}×${h}×${w}×${c} by ${side}×${side} to ${o}${isWhole ? ', whole numbers' : ''}`
  const shapes = [[n, h, w, c], [side, side, c, o], [o], [n, Math.floor(h / 2), Math.floor(w / 2), o]]
  const values = (tensors: tf.Tensor[]) =>
    tensors.map((tensor, at) => (isWhole && at < 3 ? tf.round(tensor) : tensor)) as [
      tf.Tensor4D,
      tf.Tensor4D,
      tf.Tensor1D,
      tf.Tensor4D,
    ]
  const forward = (layer: Layer): Case['compute'] => {
    return (...tensors) => {
      const [x, filter, bias] = values(tensors)
      return layer(x, filter, bias)
    }
  }
  const gradient = (layer: Layer, which: number): Case['compute'] => {
    return (...tensors) => {
      const [x, filter, bias, dy] = values(tensors)
      return tf.grads((...at) => layer(...(at as Parameters<Layer>)))([x, filter, bias], dy)[which]!
    }
  }
  return [
    {
      title: `ConvolutionLayer ${title}`,
      shapes,
      compute: forward(convolutionLayer),
      expected: forward(stockLayer),
    },
    ...['x', 'filter', 'bias'].map((of, which) => ({
      title: `ConvolutionLayer, gradient of ${of} ${title}`,
      shapes,
      compute: gradient(convolutionLayer, which),
      expected: gradient(stockLayer, which),
    })),
  ]
}

function channelSumCase(shape: number[]): Case {
  return {
    title: `ChannelSum ${shape.join('×')}`,
    shapes: [shape],
    compute: (x) => tf.engine().runKernel('ChannelSum', { x: x! }) as tf.Tensor,
    expected: (x) =>
      tf.sum(
        x!,
        shape.slice(0, -1).map((_, axis) => axis),
      ),
  }
}

/** Updates number `first` … `first` + 2 with one gradient; the result is w, m and v one after the other. */
function adamCase(shape: number[], first: number): Case {
  const updates = [first, first + 1, first + 2]
  return {
    title: `AdamUpdate [${shape}] from t = ${first}`,
    shapes: [shape, shape, shape, shape],
    compute: (w, m, v, gradient) => {
      let state = { w: w!, m: m!, v: tf.square(v!) }
      for (const t of updates) state = adamStep(state, gradient!, { ...training, t })
      const all = [state.w, state.m, state.v]
      const result = tf.concat(all.map((tensor) => tensor.flatten()))
      tf.dispose(all) // `adamStep` keeps what it makes
      return result
    },
    expected: (...tensors) => {
      const [w, m, v, gradient] = tensors.map((tensor) => tensor.dataSync<'float32'>())
      const state = { w: w!, m: m!, v: v!.map((value) => value * value) }
      for (const t of updates) adamUpdate(state, gradient!, { ...training, t, newW: state.w })
      return tf.tensor1d([...state.w, ...state.m, ...state.v])
    },
  }
}

export const operationCases: readonly Case[] = [
  ...layerCases({ n: 1, h: 14, w: 14, c: 32, o: 64, side: 5 }),
  ...layerCases({ n: 2, h: 28, w: 28, c: 1, o: 32, side: 5 }),
  ...layerCases({ n: 3, h: 7, w: 5, c: 3, o: 2, side: 3 }),
  ...layerCases({ n: 1, h: 2, w: 3, c: 4, o: 5, side: 1 }),
  ...layerCases({ n: 2, h: 9, w: 8, c: 2, o: 7, side: 3, isWhole: true }),
  ...layerCases({ n: 3, h: 6, w: 6, c: 1, o: 8, side: 5, isWhole: true }),
  channelSumCase([1, 1, 1, 3]),
  channelSumCase([3, 7, 5, 3]),
  channelSumCase([2, 28, 28, 33]),
  adamCase([7], 1),
  adamCase([5, 5, 1, 32], 1),
  adamCase([300, 9], 1000),
]
