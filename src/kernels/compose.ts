/** Building a kernel from kernels a backend already has, without going through the operations and their bookkeeping. */
import * as tf from '@tensorflow/tfjs'

/** What a kernel hands to another: a shape on top of data that lives on the backend. */
export type Info = { dataId: object; shape: number[]; dtype: tf.DataType }
type Attributes = Record<string, unknown>

export type KernelFunction = (args: {
  inputs: Record<string, Info>
  backend: unknown
  attrs: Attributes
}) => Info

export type Composer = {
  /** Calls a registered kernel by name, or the given one. */
  readonly call: (kernel: string | KernelFunction, inputs: Record<string, Info>, attrs: Attributes) => Info
  readonly reshape: (x: Info, shape: readonly number[]) => Info
  readonly transpose: (x: Info, perm: readonly number[]) => Info
}

/** Runs `build` on the given backend and frees everything its calls made, except the result. */
export function compose(backendName: string, backend: unknown, build: (composer: Composer) => Info): Info {
  const made: Info[] = []
  const call: Composer['call'] = (kernel, inputs, attrs) => {
    const run = typeof kernel === 'string' ? kernelFunction(kernel, backendName) : kernel
    const result = run({ inputs, backend, attrs })
    made.push(result)
    return result
  }
  const result = build({
    call,
    reshape: (x, shape) => call('Reshape', { x }, { shape: [...shape] }),
    transpose: (x, perm) => call('Transpose', { x }, { perm: [...perm] }),
  })
  // Data of a reshaped result is shared and counted: each disposal takes one count away.
  for (const info of made) if (info !== result) (backend as Disposer).disposeData(info.dataId)
  return result
}

type Disposer = { disposeData: (dataId: object) => boolean }

/** The function behind a registered kernel. Throws if the backend has no such kernel. */
export function kernelFunction(kernelName: string, backendName: string): KernelFunction {
  const config = tf.getKernel(kernelName, backendName)
  if (!config) throw new Error(`The backend ${backendName} has no kernel ${kernelName}.`)
  // tfjs types kernel arguments as loosely as possible; ours are the same with names.
  return config.kernelFunc as unknown as KernelFunction
}
