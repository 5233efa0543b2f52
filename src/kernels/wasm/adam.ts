/** Adam on WASM: one pass, in place, shared out among the threads. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { sizeOf } from '../../math/plane.ts'
import { type AdamAttributes, type AdamKernel, adamRates } from '../adam.ts'
import type { Info } from '../compose.ts'
import { shared } from '../identity.ts'
import type { Engine } from './engine.ts'
import { addressOf } from './kernels.ts'
import { engineOf } from './open.ts'

/** The weights may change in place because no kernel of ours keeps a copy of them, as XNNPACK does. */
export const adamKernel =
  (composed: AdamKernel): AdamKernel =>
  (args) => {
    const engine = engineOf(args.backend)
    if (!engine) return composed(args)
    const backend = args.backend as BackendWasm
    const { w, m, v, gradient } = args.inputs as Record<'w' | 'm' | 'v' | 'gradient', Info>
    const length = sizeOf(w.shape)
    const { items, ints, floats } = adamArguments(engine, length, args.attrs as AdamAttributes)
    const addresses = [w, m, v, gradient].map((info) => addressOf(backend, info))
    engine.run('adam', items, [...addresses, ...ints], { floats })
    return [w, m, v].map((info) => shared(backend, info))
  }

/** What follows the four addresses in the job `adam`. */
export function adamArguments(engine: Engine, length: number, attributes: AdamAttributes) {
  const { rate, squareCorrection, beta1, rest1, beta2, rest2, epsilon } = adamRates(attributes)
  return {
    items: Math.ceil(length / engine.kernels.adamChunk.value),
    ints: [length],
    floats: [rate, squareCorrection, beta1, rest1, beta2, rest2, epsilon],
  }
}
