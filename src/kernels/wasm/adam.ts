/** Adam on WASM: one pass, in place, shared out among the threads. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import type { AdamOptions } from '../../math/adam.ts'
import type { Info, KernelFunction } from '../compose.ts'
import type { Engine } from './engine.ts'
import { addressOf } from './kernels.ts'
import { engineOf } from './open.ts'

type AdamKernel = (args: Parameters<KernelFunction>[0]) => Info[]

/** The weights may change in place because no kernel of ours keeps a copy of them, as XNNPACK does. */
export const adamKernel =
  (composed: AdamKernel): AdamKernel =>
  (args) => {
    const engine = engineOf(args.backend)
    if (!engine) return composed(args)
    const backend = args.backend as BackendWasm
    const { w, m, v, gradient } = args.inputs as Record<'w' | 'm' | 'v' | 'gradient', Info>
    const length = w.shape.reduce((a, b) => a * b, 1)
    const { items, ints, floats } = adamArguments(engine, length, args.attrs as AdamAttributes)
    const addresses = [w, m, v, gradient].map((info) => addressOf(backend, info))
    engine.run('adam', items, [...addresses, ...ints], { floats })
    return [w, m, v].map(({ dataId, shape, dtype }) => {
      backend.incRef(dataId)
      return { dataId, shape, dtype }
    })
  }

type AdamAttributes = AdamOptions & { readonly t: number }

/** What follows the four addresses in the job `adam`. */
export function adamArguments(engine: Engine, length: number, attributes: AdamAttributes) {
  const { learningRate, beta1, beta2, epsilon, t } = attributes
  const rates = [learningRate / (1 - beta1 ** t), 1 / (1 - beta2 ** t)]
  return {
    items: Math.ceil(length / engine.kernels.adamChunk.value),
    ints: [length],
    floats: [...rates, beta1, 1 - beta1, beta2, 1 - beta2, epsilon],
  }
}
