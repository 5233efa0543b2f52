/** How large gradients, updates and weights are: root mean squares over each variable of one update. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { type AdamAttributes, type AdamTensors, adamRates } from '../kernels/adam.ts'
import { addressOf } from '../kernels/wasm/kernels.ts'
import { engineOf } from '../kernels/wasm/open.ts'
import { meanSquares } from '../kernels/wasm/squares.ts'
import { parameterRecord } from '../network/parameters.ts'
import { parameterNames, training } from '../network/spec.ts'
import type { StepFlow } from '../protocol/record.ts'

export type FlowMeter = ReturnType<typeof createFlowMeter>

/**
 * Measures the update that leads to `step`. What Adam added to a weight follows from the moments it left behind,
 * −rate · m / (√(v · correction) + ε), so that nobody has to keep the weights from before.
 */
export function createFlowMeter(step: number) {
  const attributes = { ...training, t: step }
  const computed: number[] = []
  const queued: tf.Tensor1D[] = []
  return {
    /** Of the next variable in the order of `parameterNames`, right after its update. On WASM it is computed at once. */
    measure(gradient: tf.Tensor, { w, m, v }: AdamTensors) {
      const engine = engineOf(tf.backend())
      if (engine === null) {
        queued.push(queuedSquares({ gradient, w, m, v }, attributes))
        return
      }
      const at = (tensor: tf.Tensor) => addressOf(tf.backend() as BackendWasm, tensor)
      const addresses = { w: at(w), m: at(m), v: at(v), gradient: at(gradient) }
      computed.push(...meanSquares(engine, addresses, { length: w.size, attributes }))
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

/** Mean squares of gradient, update and weights. */
function queuedSquares(
  { gradient, w, m, v }: AdamTensors & { readonly gradient: tf.Tensor },
  attributes: AdamAttributes,
): tf.Tensor1D {
  const { rate, squareCorrection, epsilon } = adamRates(attributes)
  return tf.tidy(() => {
    const update = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(tf.mul(v, squareCorrection)), epsilon))
    return tf.stack([gradient, update, w].map((tensor) => tf.mean(tf.square(tensor)))) as tf.Tensor1D
  })
}
