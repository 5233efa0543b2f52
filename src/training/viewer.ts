/** A network one only looks at, on the current tfjs backend: no moments, and its weights are overwritten with those of another step. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { heapValues } from '../kernels/wasm-heap.ts'
import { parameterRecord, zeroParameters } from '../network/parameters.ts'
import { type ParameterValues, tapShapes } from '../network/spec.ts'
import { createReading, type Reading } from './reading.ts'

export type Viewer = Pick<Reading, 'taps' | 'evaluate' | 'examine'> & {
  /** Calls `write` with the memory of the parameters, true during the call only; from then on they are those of `step`. */
  readonly load: (step: number, write: (memory: ParameterValues) => void) => void
  /** Frees every tensor. */
  readonly dispose: () => void
}

/** For WASM and the processor, which compute on memory that can be written: 13 MB. */
export function createViewer(): Viewer {
  const backend = tf.getBackend()
  if (backend !== 'wasm' && backend !== 'cpu') throw new Error(`The memory of ${backend} cannot be written.`)
  // The cpu backend computes on the buffer it is given, WASM in memory of its own.
  const given = backend === 'cpu' ? zeroParameters() : null
  const parameters = parameterRecord((name) => {
    const shape = [...tapShapes[name]]
    return tf.keep(given ? tf.tensor(given[name], shape) : tf.zeros(shape))
  })
  let step = 0
  const { dispose, ...reading } = createReading({ parameters: () => parameters, step: () => step })
  const memory = (): ParameterValues => {
    if (given) return given
    const wasm = tf.backend() as BackendWasm
    return parameterRecord((name) => heapValues(wasm, parameters[name]))
  }
  return {
    ...reading,
    load(next, write) {
      write(memory())
      step = next
    },
    dispose() {
      dispose()
      tf.dispose(Object.values(parameters))
    },
  }
}
