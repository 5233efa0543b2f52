/** The kernels of `convolution-layer.ts` on WASM: the map before pooling never leaves a thread's working memory. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { sizeOf } from '../../math/plane.ts'
import type { Info, KernelFunction } from '../compose.ts'
import type { LayerKernel } from '../convolution-layer.ts'
import { convolveFast } from './convolution.ts'
import { addressOf, ownOr, unitStride } from './kernels.ts'
import { engineOf } from './open.ts'

/** The trace is one byte for each pooled value: which of four won (see assembly/pooling.ts). */
export const layerKernel =
  (composed: LayerKernel): LayerKernel =>
  (args) => {
    const engine = engineOf(args.backend)
    const { x, filter, bias } = args.inputs as { x: Info; filter: Info; bias: Info }
    const found = unitStride(x.shape, filter.shape, { strides: 1, pad: 'same' })
    if (!engine || !found) return composed(args)
    const backend = args.backend as BackendWasm
    const [n, height, width, outputs] = found.outShape
    const pooledShape = [n, Math.floor(height / 2), Math.floor(width / 2), outputs]
    const pooled = backend.makeOutput(pooledShape, 'float32')
    const winners = backend.makeOutput(pooledShape, 'bool')
    const at = (info: Info) => addressOf(backend, info)
    convolveFast(
      engine,
      found.shape,
      { x: at(x), filter: at(filter), y: at(pooled) },
      { bias: at(bias), isRectified: true, winners: at(winners) },
    )
    return [pooled, winners]
  }

export const layerGradientKernel = (composed: KernelFunction) =>
  ownOr(composed, (engine, backend, { inputs, attrs }) => {
    const { height, width } = attrs as { height: number; width: number }
    const { dy, trace } = inputs as { dy: Info; trace: Info }
    if (trace.dtype !== 'bool') return null // made by the composed kernel
    const [n, , , channels] = dy.shape as [number, number, number, number]
    const dPre = backend.makeOutput([n, height, width, channels], 'float32')
    const at = (info: Info) => addressOf(backend, info)
    engine.run('unpool', n, [at(dy), at(trace), height, width, channels, at(dPre)])
    return dPre
  })

export const channelSumKernel = (composed: KernelFunction) =>
  ownOr(composed, (engine, backend, { inputs }) => {
    const { x } = inputs as { x: Info }
    const channels = x.shape.at(-1) ?? 1
    const rows = sizeOf(x.shape.slice(0, -1))
    const sums = backend.makeOutput([channels], 'float32')
    const at = (info: Info) => addressOf(backend, info)
    engine.run('sumChannels', Math.ceil(channels / 16), [at(x), rows, channels, at(sums)])
    return sums
  })
