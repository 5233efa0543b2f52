/**
 * A learning layer of the convolutional part in one operation: maxPool(relu(x ∗ filter + bias)). A backend's own
 * kernel may keep all of it in its cache; where there is none, it is made of the backend's other kernels.
 *
 * Two kernels belong to it, in tfjs's registry like all others:
 *  - `ConvolutionLayer` {x, filter, bias} → [pooled, trace]. What the trace is, only its backend knows.
 *  - `ConvolutionLayerGradient` {dy, pooled, trace}, map's height and width → dPre, the gradient before pooling and ReLU.
 */
import * as tf from '@tensorflow/tfjs'
import { compose, type Info, type KernelFunction } from './compose.ts'

const convolution = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 } as const
const pooling = { filterSize: [2, 2], strides: [2, 2], pad: 'valid' } as const

/** x [n, h, w, c], filter [u, v, c, o] with odd u and v, bias [o]. Result [n, ⌊h/2⌋, ⌊w/2⌋, o]. */
export function convolutionLayer(x: tf.Tensor4D, filter: tf.Tensor4D, bias: tf.Tensor1D): tf.Tensor4D {
  // A kernel with two outputs gives two tensors; only the type of `runKernel` does not say so.
  const [pooled] = tf.engine().runKernel('ConvolutionLayer', { x, filter, bias }) as unknown as tf.Tensor4D[]
  return pooled!
}

tf.registerGradient({
  kernelName: 'ConvolutionLayer',
  inputsToSave: ['x', 'filter'],
  outputsToSave: [true, true],
  gradFunc: (dys, saved) => {
    const [x, filter, pooled, trace] = saved as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D, tf.Tensor]
    const [dy] = dys as unknown as [tf.Tensor4D]
    const run = (kernel: string, inputs: tf.NamedTensorMap, attrs?: tf.NamedAttrMap) =>
      tf.engine().runKernel(kernel, inputs, attrs) as tf.Tensor
    const dPre = run(
      'ConvolutionLayerGradient',
      { dy, pooled, trace },
      { height: x.shape[1], width: x.shape[2] },
    )
    return {
      x: () => run('Conv2DBackpropInput', { dy: dPre, filter }, { ...convolution, inputShape: x.shape }),
      filter: () =>
        run('Conv2DBackpropFilter', { x, dy: dPre }, { ...convolution, filterShape: filter.shape }),
      bias: () => run('ChannelSum', { x: dPre }),
    }
  },
})

/** Two results: pooled, trace. */
export type LayerKernel = (args: Parameters<KernelFunction>[0]) => Info[]

/** [pooled, map]: here the trace is the map before pooling. */
export function composedLayerKernel(backendName: string): LayerKernel {
  return ({ inputs, backend }) => {
    const { x, filter, bias } = inputs as { x: Info; filter: Info; bias: Info }
    const run = (kernel: string, from: Record<string, Info>, attrs: Record<string, unknown>) =>
      compose(backendName, backend, ({ call }) => call(kernel, from, attrs))
    const map = run('FusedConv2D', { x, filter, bias }, { ...convolution, activation: 'relu' })
    return [run('MaxPool', { x: map }, pooling), map]
  }
}

export function composedLayerGradientKernel(backendName: string): KernelFunction {
  return ({ inputs, backend }) => {
    const { dy, pooled, trace: map } = inputs as { dy: Info; pooled: Info; trace: Info }
    return compose(backendName, backend, ({ call }) => {
      const throughPooling = call('MaxPoolGrad', { dy, input: map, output: pooled }, pooling)
      return call('Multiply', { a: throughPooling, b: call('Step', { x: map }, { alpha: 0 }) }, {})
    })
  }
}

/** Σ over all axes but the last. */
export function composedChannelSumKernel(backendName: string): KernelFunction {
  return ({ inputs, backend }) => {
    const { x } = inputs as { x: Info }
    return compose(backendName, backend, ({ call }) =>
      call('Sum', { x }, { axis: x.shape.slice(0, -1).map((_, axis) => axis), keepDims: false }),
    )
  }
}
