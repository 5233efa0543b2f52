/** How large gradients, updates and weights are: root mean squares over each variable of one update. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { type AdamTensors, adamRates } from '../kernels/adam.ts'
import { heapValues } from '../kernels/wasm-heap.ts'
import { parameterRecord } from '../network/parameters.ts'
import { parameterNames, training } from '../network/spec.ts'
import type { StepFlow } from '../protocol/record.ts'

export type FlowMeter = ReturnType<typeof createFlowMeter>
/** Mean squares of gradient, update and weights. */
type Squares = readonly [number, number, number]
type Values = Record<'gradient' | 'w' | 'm' | 'v', Float32Array>
type Rates = ReturnType<typeof adamRates>

/**
 * Measures the update that leads to `step`. What Adam added to a weight follows from the moments it left behind,
 * −rate · m / (√(v · correction) + ε), so that nobody has to keep the weights from before.
 */
export function createFlowMeter(step: number) {
  const rates = adamRates({ ...training, t: step })
  const computed: number[] = []
  const queued: tf.Tensor1D[] = []
  return {
    /** Of the next variable in the order of `parameterNames`, right after its update. On WASM it is computed at once. */
    measure(gradient: tf.Tensor, { w, m, v }: AdamTensors) {
      if (tf.getBackend() !== 'wasm') {
        queued.push(queuedSquares({ gradient, w, m, v }, rates))
        return
      }
      const seen = (tensor: tf.Tensor) => heapValues(tf.backend() as BackendWasm, tensor)
      computed.push(...meanSquares({ gradient: seen(gradient), w: seen(w), m: seen(m), v: seen(v) }, rates))
    },
    /** Call right after the last one. */
    async read(): Promise<StepFlow> {
      const squares = queued.length > 0 ? await taken(queued) : computed
      const roots = (which: number) =>
        parameterRecord((name) => Math.sqrt(squares[3 * parameterNames.indexOf(name) + which]!))
      return { step, gradients: roots(0), updates: roots(1), weights: roots(2) }
    },
  }
}

/** The values of some tensors with one read-back; disposes them. */
async function taken(tensors: readonly tf.Tensor1D[]): Promise<ArrayLike<number>> {
  const joined = tf.concat1d([...tensors])
  tf.dispose([...tensors])
  try {
    return await joined.data<'float32'>()
  } finally {
    joined.dispose()
  }
}

function queuedSquares(
  { gradient, w, m, v }: Record<keyof Values, tf.Tensor>,
  { rate, squareCorrection, epsilon }: Rates,
): tf.Tensor1D {
  return tf.tidy(() => {
    const update = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(tf.mul(v, squareCorrection)), epsilon))
    return tf.stack([gradient, update, w].map((tensor) => tf.mean(tf.square(tensor)))) as tf.Tensor1D
  })
}

function meanSquares({ gradient, w, m, v }: Values, { rate, squareCorrection, epsilon }: Rates): Squares {
  let gradients = 0
  let updates = 0
  let weights = 0
  for (let at = 0; at < w.length; at++) {
    const update = m[at]! / (Math.sqrt(v[at]! * squareCorrection) + epsilon)
    gradients += gradient[at]! * gradient[at]!
    updates += update * update
    weights += w[at]! * w[at]!
  }
  return [gradients / w.length, (rate * rate * updates) / w.length, weights / w.length]
}
