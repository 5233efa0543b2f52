/** The eight trained variables at step 0, drawn from the seed in plain JavaScript: the same on every backend. */
import { sizeOf } from '../math/plane.ts'
import { derive, fillTruncatedNormal } from '../math/random.ts'
import {
  type NetworkValues,
  type ParameterName,
  type ParameterValues,
  parameterNames,
  tapShapes,
  training,
} from './spec.ts'

/** Weights: normal, mean 0, deviation 0.1, redrawn beyond two deviations. Biases: 0.1. In the order of `parameterNames`. */
export function initialParameters(seed: number): ParameterValues {
  let random = derive(seed, 'weights')
  return parameterRecord((name) => {
    const values = new Float32Array(sizeOf(tapShapes[name]))
    if (name.endsWith('/bias')) return values.fill(training.initialBias)
    random = fillTruncatedNormal(values, training.initialDeviation, random)
    return values
  })
}

/** Zeros in the shape of the parameters, as Adam's moments start. */
export function zeroParameters(): ParameterValues {
  return parameterRecord((name) => new Float32Array(sizeOf(tapShapes[name])))
}

/** A copy. `spare` is filled again where it fits: new memory costs eight times the copy. */
export function copyParameters(values: ParameterValues, spare: ParameterValues | null): ParameterValues {
  return parameterRecord((name) => {
    const into = spare?.[name]
    if (into?.length !== values[name].length) return values[name].slice()
    into.set(values[name])
    return into
  })
}

/** As `copyParameters`. */
export function copyNetwork(network: NetworkValues, spare: NetworkValues | null): NetworkValues {
  return {
    parameters: copyParameters(network.parameters, spare?.parameters ?? null),
    firstMoments: copyParameters(network.firstMoments, spare?.firstMoments ?? null),
    secondMoments: copyParameters(network.secondMoments, spare?.secondMoments ?? null),
  }
}

/** To transfer them to another worker. */
export const parameterBuffers = (values: ParameterValues) =>
  Object.values(values).map(({ buffer }) => buffer as ArrayBuffer)

export const networkBuffers = (network: NetworkValues) =>
  networkArrays(network).map(({ buffer }) => buffer as ArrayBuffer)

/** Of the parameters and both moments, one after the other. */
export const networkArrays = ({ parameters, firstMoments, secondMoments }: NetworkValues) =>
  [parameters, firstMoments, secondMoments].flatMap((values) => Object.values(values))

/** A record with one entry for each parameter, made in the order of `parameterNames`. */
export function parameterRecord<Value>(make: (name: ParameterName) => Value): Record<ParameterName, Value> {
  // Object.fromEntries forgets the keys' types; they are exactly the names it is given.
  return Object.fromEntries(parameterNames.map((name) => [name, make(name)])) as Record<ParameterName, Value>
}
