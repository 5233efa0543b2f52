/** Adam on WASM: one pass, in place, shared out among the threads. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import type { AdamOptions } from '../../math/adam.ts'
import type { Info, KernelFunction } from '../compose.ts'
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
    const { learningRate, beta1, beta2, epsilon, t } = args.attrs as AdamOptions & { t: number }
    const length = w.shape.reduce((a, b) => a * b, 1)
    const at = (info: Info) => addressOf(backend, info)
    engine.run(
      'adam',
      Math.ceil(length / engine.kernels.adamChunk.value),
      [at(w), at(m), at(v), at(gradient), length],
      {
        floats: [
          ...[learningRate / (1 - beta1 ** t), 1 / (1 - beta2 ** t)],
          ...[beta1, 1 - beta1, beta2, 1 - beta2, epsilon],
        ],
      },
    )
    return [w, m, v].map(({ dataId, shape, dtype }) => {
      backend.incRef(dataId)
      return { dataId, shape, dtype }
    })
  }
