/** The values of tensors: copied into buffers of their own, or looked at where they are. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { heapValues } from './wasm-heap.ts'

/**
 * The tensor's values in a buffer of their own. On WASM `spare` is filled again where it has the right size, before the call
 * returns: new memory costs eight times the copy.
 */
export async function valuesOf(tensor: tf.Tensor, spare: Float32Array | null = null): Promise<Float32Array> {
  if (tf.getBackend() === 'wasm') {
    const values = heapValues(tf.backend() as BackendWasm, tensor)
    if (spare?.length !== values.length) return values.slice()
    spare.set(values)
    return spare
  }
  // Others may hand out the buffer they compute with.
  return Float32Array.from(await tensor.data<'float32'>())
}

/** As `valuesOf`, and the tensor is disposed. */
export async function takeValues(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return await valuesOf(tensor)
  } finally {
    tensor.dispose()
  }
}

/**
 * The float32 values of the tensors `make` gives, in their order. `make` runs inside `tf.tidy`. WASM's values are copied
 * once, from its memory to the buffer; elsewhere they are joined where they are, so that one read-back brings all.
 * `spare` is a buffer nobody needs any more: where it has the right size it is filled again, for new memory costs more
 * time than the copy.
 */
export async function readTogether(
  make: () => readonly tf.Tensor[],
  spare: ArrayBuffer | null,
): Promise<Float32Array> {
  const backend = tf.backend()
  if (tf.getBackend() === 'wasm') return copied(make, backend as BackendWasm, spare)
  const joined = tf.tidy(() => tf.concat1d(make().map((tensor) => tensor.flatten())))
  try {
    // What a backend hands out may be the buffer it computes with.
    return Float32Array.from(await joined.data<'float32'>())
  } finally {
    joined.dispose()
  }
}

function copied(
  make: () => readonly tf.Tensor[],
  backend: BackendWasm,
  spare: ArrayBuffer | null,
): Float32Array {
  let values = new Float32Array(0)
  tf.tidy(() => {
    const tensors = make()
    const size = tensors.reduce((sum, tensor) => sum + tensor.size, 0)
    const fits = spare?.byteLength === size * Float32Array.BYTES_PER_ELEMENT
    values = spare && fits ? new Float32Array(spare) : new Float32Array(size)
    let offset = 0
    for (const tensor of tensors) {
      values.set(heapValues(backend, tensor), offset)
      offset += tensor.size
    }
  })
  return values
}

/**
 * Shows `visit` the float32 values of each tensor `make` gives, with its place. On WASM they are seen in its memory, uncopied,
 * so they are true during the call only, and `visit` must make no tensors.
 */
export async function visitValues(
  make: () => readonly tf.Tensor[],
  visit: (values: Float32Array, place: number) => void,
): Promise<void> {
  if (tf.getBackend() === 'wasm') {
    const backend = tf.backend() as BackendWasm
    tf.tidy(() => {
      for (const [place, tensor] of make().entries()) visit(heapValues(backend, tensor), place)
    })
    return
  }
  // Clones: what `make` gives may belong to somebody else.
  const tensors = tf.tidy(() => make().map((tensor) => tensor.clone()))
  try {
    for (const [place, tensor] of tensors.entries()) visit(await tensor.data<'float32'>(), place)
  } finally {
    tf.dispose(tensors)
  }
}
