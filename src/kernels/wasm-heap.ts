/** Plain JavaScript on the WASM backend's own memory: no copy in, no copy out. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import type { Info } from './compose.ts'

/**
 * The values of a float tensor, in place. Views go stale when memory grows: make every new tensor first, then ask
 * for the views, and use them at once.
 */
export function heapValues(backend: BackendWasm, info: Info): Float32Array {
  const values = backend.typedArrayFromHeap(info)
  if (!(values instanceof Float32Array)) throw new Error(`Expected float32 values, found ${info.dtype}.`)
  return values
}
