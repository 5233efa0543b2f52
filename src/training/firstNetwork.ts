/** The network as it was at step 0, put on the backend while somebody compares with it: 13 MB there. */
import * as tf from '@tensorflow/tfjs'
import type { ParameterTensors } from '../network/forward.ts'
import { parameterRecord } from '../network/parameters.ts'
import { type ParameterValues, tapShapes } from '../network/spec.ts'

/** Draws or finds the weights of step 0. The same function stands for the same weights: it is called once. */
export type FirstWeights = () => ParameterValues

export type FirstNetwork = {
  /** The parameters of step 0. They stay until `forget`, whatever `tf.tidy` is around. */
  readonly of: (weights: FirstWeights) => ParameterTensors
  /** Frees them. */
  readonly forget: () => void
}

export function createFirstNetwork(): FirstNetwork {
  let held: { readonly weights: FirstWeights; readonly parameters: ParameterTensors } | null = null
  function forget() {
    if (held) tf.dispose(Object.values(held.parameters))
    held = null
  }
  return {
    of(weights) {
      if (held?.weights !== weights) {
        forget()
        const values = weights()
        // The cpu backend computes on the buffer it is given: it gets one of its own.
        const parameters = parameterRecord((name) =>
          tf.keep(tf.tensor(values[name].slice(), [...tapShapes[name]])),
        )
        held = { weights, parameters }
      }
      return held.parameters
    },
    forget,
  }
}
