/** Our own kernels under tfjs's names. What they are not written for goes to the kernel they replace. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import type { Info, KernelFunction } from '../compose.ts'
import { type Convolution, convolve, filterGradient, inputGradient } from './convolution.ts'
import type { Engine } from './engine.ts'
import { engineOf } from './open.ts'
import { multiply } from './product.ts'

type Arguments = Parameters<KernelFunction>[0]
type Shape4 = [number, number, number, number]

/** `own` where our kernels are open on the backend and it accepts the arguments; `stock` where it returns null. */
export function ownOr(
  stock: KernelFunction,
  own: (engine: Engine, backend: BackendWasm, args: Arguments) => Info | null,
): KernelFunction {
  return (args) => {
    const engine = engineOf(args.backend)
    return (engine && own(engine, args.backend as BackendWasm, args)) || stock(args)
  }
}

/** The address of a tensor's values. */
export function addressOf(backend: BackendWasm, { dataId }: Info): number {
  return backend.getMemoryOffset(dataId)
}

/** Plain sums, which anybody can check on paper: frames show them. Training takes `ConvolutionLayer`. */
export const convolutionKernel = (stock: KernelFunction) =>
  ownOr(stock, (engine, backend, { inputs, attrs }) => {
    const { x, filter } = inputs as { x: Info; filter: Info }
    const found = unitStride(x.shape, filter.shape, attrs)
    if (!found) return null
    const y = backend.makeOutput(found.outShape, 'float32')
    const at = (info: Info) => addressOf(backend, info)
    convolve(engine, found.shape, { x: at(x), filter: at(filter), y: at(y) })
    return y
  })

export const inputGradientKernel = (stock: KernelFunction) =>
  ownOr(stock, (engine, backend, { inputs, attrs }) => {
    const { dy, filter } = inputs as { dy: Info; filter: Info }
    const inputShape = attrs.inputShape as Shape4
    const found = unitStride(inputShape, filter.shape, attrs)
    if (!found) return null
    const dx = backend.makeOutput(inputShape, 'float32')
    const at = (info: Info) => addressOf(backend, info)
    inputGradient(engine, found.shape, { dy: at(dy), filter: at(filter), dx: at(dx) })
    return dx
  })

export const filterGradientKernel = (stock: KernelFunction) =>
  ownOr(stock, (engine, backend, { inputs, attrs }) => {
    const { x, dy } = inputs as { x: Info; dy: Info }
    const filterShape = attrs.filterShape as Shape4
    const found = unitStride(x.shape, filterShape, attrs)
    if (!found) return null
    const dw = backend.makeOutput(filterShape, 'float32')
    const at = (info: Info) => addressOf(backend, info)
    filterGradient(engine, found.shape, { x: at(x), dy: at(dy), dw: at(dw) })
    return dw
  })

/** One matrix product; several at once, which this network never asks for, stay with tfjs. */
export const matrixProductKernel = (stock: KernelFunction) =>
  ownOr(stock, (engine, backend, { inputs, attrs }) => {
    const { a, b } = inputs as { a: Info; b: Info }
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean }
    const [aRows, aColumns] = lastTwo(a)
    const [bRows, bColumns] = lastTwo(b)
    const rows = transposeA ? aColumns : aRows
    const length = transposeA ? aRows : aColumns
    const columns = transposeB ? bRows : bColumns
    const leading = [...a.shape.slice(0, -2), ...b.shape.slice(0, -2)]
    if (a.dtype !== 'float32' || leading.some((side) => side !== 1) || length === 0) return null
    const c = backend.makeOutput([...a.shape.slice(0, -2), rows, columns], 'float32')
    const at = (info: Info) => addressOf(backend, info)
    multiply(engine, { rows, length, columns, transposeA, transposeB }, { a: at(a), b: at(b), c: at(c) })
    return c
  })

function lastTwo({ shape }: Info): [number, number] {
  return [shape.at(-2) ?? 1, shape.at(-1) ?? 1]
}

/** Null for what is no convolution of stride 1 and dilation 1 with channels last. */
export function unitStride(
  xShape: readonly number[],
  filterShape: readonly number[],
  attrs: Record<string, unknown>,
): { shape: Convolution; outShape: Shape4 } | null {
  const { strides, pad, dilations, dataFormat, dimRoundingMode } = attrs as {
    strides: number | [number, number]
    pad: 'same' | 'valid' | number
    dilations?: number | [number, number]
    dataFormat?: string
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
  }
  if (dataFormat === 'NCHW') return null
  const info = tf.backend_util.computeConv2DInfo(
    xShape as Shape4,
    filterShape as Shape4,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
  )
  const isUnit = [info.strideHeight, info.strideWidth, info.dilationHeight, info.dilationWidth].every(
    (side) => side === 1,
  )
  const { top, bottom, left, right } = info.padInfo
  const fits = Math.max(top, bottom) < info.filterHeight && Math.max(left, right) < info.filterWidth
  if (!isUnit || !fits || info.batchSize === 0) return null
  const shape: Convolution = {
    images: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    filterHeight: info.filterHeight,
    filterWidth: info.filterWidth,
    outputs: info.outChannels,
    pad: { top, bottom, left, right },
  }
  return { shape, outShape: info.outShape as Shape4 }
}
