/** Several tensors read at once, one behind the other in one buffer that belongs to nobody else. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { heapValues } from './wasm-heap.ts'

/**
 * The float32 values of the tensors `make` gives, in their order. `make` runs inside `tf.tidy`. WASM's values are copied
 * once, from its memory to the buffer; elsewhere they are joined where they are, so that one read-back brings all.
 */
export async function readTogether(make: () => readonly tf.Tensor[]): Promise<Float32Array> {
  const backend = tf.backend()
  if (tf.getBackend() === 'wasm') return copied(make, backend as BackendWasm)
  const joined = tf.tidy(() => tf.concat1d(make().map((tensor) => tensor.flatten())))
  try {
    // What a backend hands out may be the buffer it computes with.
    return Float32Array.from(await joined.data<'float32'>())
  } finally {
    joined.dispose()
  }
}

function copied(make: () => readonly tf.Tensor[], backend: BackendWasm): Float32Array {
  let values = new Float32Array(0)
  tf.tidy(() => {
    const tensors = make()
    values = new Float32Array(tensors.reduce((sum, { size }) => sum + size, 0))
    let offset = 0
    for (const tensor of tensors) {
      values.set(heapValues(backend, tensor), offset)
      offset += tensor.size
    }
  })
  return values
}
