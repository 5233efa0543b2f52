/** One Adam update of one variable on the current backend. The formula stands in math/adam.ts. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { type AdamOptions, adamUpdate } from '../math/adam.ts'
import { heapValues } from './wasm-heap.ts'

/** Weights, first moment, second moment: three tensors of one shape. */
export type AdamTensors = { readonly w: tf.Tensor; readonly m: tf.Tensor; readonly v: tf.Tensor }

/**
 * The variable after update number `t` (the first is 1). Takes `state` over: its tensors must not be used or disposed
 * afterwards. `gradient` stays with the caller.
 */
export function adamStep(
  state: AdamTensors,
  gradient: tf.Tensor,
  options: AdamOptions & { readonly t: number },
): AdamTensors {
  return tf.getBackend() === 'wasm' ? fused(state, gradient, options) : operations(state, gradient, options)
}

/**
 * One pass over the WASM memory instead of some fifteen. The weights get a new tensor every time: XNNPACK keeps a
 * packed copy of weights it has seen, and would go on computing with the old ones.
 */
function fused(
  { w, m, v }: AdamTensors,
  gradient: tf.Tensor,
  options: AdamOptions & { t: number },
): AdamTensors {
  // tf.getBackend() said 'wasm', so this is that class; importing it as a value would load it on every backend.
  const backend = tf.backend() as unknown as BackendWasm
  const info = backend.makeOutput(w.shape, 'float32')
  const newW = tf.engine().makeTensorFromTensorInfo(info)
  const values = { w: heapValues(backend, w), m: heapValues(backend, m), v: heapValues(backend, v) }
  adamUpdate(values, heapValues(backend, gradient), { ...options, newW: heapValues(backend, newW) })
  w.dispose()
  return { w: tf.keep(newW), m, v }
}

function operations(
  state: AdamTensors,
  gradient: tf.Tensor,
  options: AdamOptions & { t: number },
): AdamTensors {
  const { learningRate, beta1, beta2, epsilon, t } = options
  const next = tf.tidy(() => {
    const m = tf.add(tf.mul(state.m, beta1), tf.mul(gradient, 1 - beta1))
    const v = tf.add(tf.mul(state.v, beta2), tf.mul(tf.square(gradient), 1 - beta2))
    const unit = tf.add(tf.sqrt(tf.div(v, 1 - beta2 ** t)), epsilon)
    const w = tf.sub(state.w, tf.mul(tf.div(m, unit), learningRate / (1 - beta1 ** t)))
    return { w: tf.keep(w), m: tf.keep(m), v: tf.keep(v) }
  })
  for (const old of [state.w, state.m, state.v]) old.dispose()
  return next
}
