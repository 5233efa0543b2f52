/**
 * One Adam update of one variable as one operation. The formula stands in math/adam.ts.
 *
 * The kernel `AdamUpdate` {w, m, v, gradient} → [w, m, v] may compute in place: then its results share their inputs' data.
 */
import * as tf from '@tensorflow/tfjs'
import type { AdamOptions } from '../math/adam.ts'
import { compose, type Info, type KernelFunction } from './compose.ts'

/** Weights, first moment, second moment: three tensors of one shape. */
export type AdamTensors = { readonly w: tf.Tensor; readonly m: tf.Tensor; readonly v: tf.Tensor }

export type AdamAttributes = AdamOptions & { readonly t: number }
export type AdamKernel = (args: Parameters<KernelFunction>[0]) => Info[]

/**
 * The variable after update number `t` (the first is 1). Takes `state` over: its tensors must not be used or disposed
 * afterwards. `gradient` stays with the caller.
 */
export function adamStep(state: AdamTensors, gradient: tf.Tensor, attributes: AdamAttributes): AdamTensors {
  const { learningRate, beta1, beta2, epsilon, t } = attributes
  const attrs = { learningRate, beta1, beta2, epsilon, t }
  const next = tf.engine().runKernel('AdamUpdate', { ...state, gradient }, attrs) as unknown as tf.Tensor[]
  for (const old of [state.w, state.m, state.v]) old.dispose()
  const [w, m, v] = next.map((tensor) => tf.keep(tensor)) as [tf.Tensor, tf.Tensor, tf.Tensor]
  return { w, m, v }
}

/** The numbers of one update, computed in double precision: w ← w − rate · m / (√(v · squareCorrection) + ε). */
export function adamRates({ learningRate, beta1, beta2, epsilon, t }: AdamAttributes) {
  return {
    rate: learningRate / (1 - beta1 ** t),
    squareCorrection: 1 / (1 - beta2 ** t),
    beta1,
    rest1: 1 - beta1,
    beta2,
    rest2: 1 - beta2,
    epsilon,
  }
}

export function composedAdamKernel(backendName: string): AdamKernel {
  return ({ inputs, backend, attrs }) => {
    const { w, m, v, gradient } = inputs as Record<'w' | 'm' | 'v' | 'gradient', Info>
    const { learningRate, beta1, beta2, epsilon, t } = attrs as AdamAttributes
    const build = (of: (operations: Operations) => Info) =>
      compose(backendName, backend, ({ call }) => {
        const scalar = (value: number) => call('Fill', {}, { shape: [], value, dtype: 'float32' })
        const binary = (kernel: string) => (a: Info, b: Info | number) =>
          call(kernel, { a, b: typeof b === 'number' ? scalar(b) : b }, {})
        return of({
          add: binary('Add'),
          sub: binary('Sub'),
          mul: binary('Multiply'),
          div: binary('RealDiv'),
          sqrt: (x) => call('Sqrt', { x }, {}),
        })
      })
    const newM = build(({ add, mul }) => add(mul(m, beta1), mul(gradient, 1 - beta1)))
    const newV = build(({ add, mul }) => add(mul(v, beta2), mul(mul(gradient, gradient), 1 - beta2)))
    const newW = build(({ sub, mul, div, add, sqrt }) => {
      const size = add(sqrt(div(newV, 1 - beta2 ** t)), epsilon)
      return sub(w, mul(div(newM, size), learningRate / (1 - beta1 ** t)))
    })
    return [newW, newM, newV]
  }
}

type Binary = (a: Info, b: Info | number) => Info
type Operations = { add: Binary; sub: Binary; mul: Binary; div: Binary; sqrt: (x: Info) => Info }
