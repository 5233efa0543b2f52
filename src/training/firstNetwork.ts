/** The network as it was at step 0, drawn again from the seed while somebody compares with it: 13 MB on the backend. */
import * as tf from '@tensorflow/tfjs'
import type { ParameterTensors } from '../network/forward.ts'
import { initialParameters, parameterRecord } from '../network/parameters.ts'
import { tapShapes } from '../network/spec.ts'

export type FirstNetwork = {
  /** The parameters of step 0. They stay until `forget`, whatever `tf.tidy` is around. */
  readonly of: (seed: number) => ParameterTensors
  /** Frees them. */
  readonly forget: () => void
}

export function createFirstNetwork(): FirstNetwork {
  let held: { readonly seed: number; readonly parameters: ParameterTensors } | null = null
  function forget() {
    if (held) tf.dispose(Object.values(held.parameters))
    held = null
  }
  return {
    of(seed) {
      if (held?.seed !== seed) {
        forget()
        const values = initialParameters(seed)
        const parameters = parameterRecord((name) => tf.keep(tf.tensor(values[name], [...tapShapes[name]])))
        held = { seed, parameters }
      }
      return held.parameters
    },
    forget,
  }
}
