/**
 * Both gradients of a convolution with stride 1 written as convolutions, so that they reach the backend's fastest
 * code. Same numbers as math/convolution.ts, summed in another order.
 */
import * as tf from '@tensorflow/tfjs'
import { compose, type Info, type KernelFunction } from './compose.ts'

export type ConvolutionAttributes = {
  readonly strides: number | [number, number]
  readonly pad: 'same' | 'valid' | number
  readonly dataFormat?: 'NHWC' | 'NCHW'
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil'
}
type Shape4 = [number, number, number, number]

/**
 * dw[u,v,c,o] = Σ over n,i,j of x[n, i+u−r, j+v−r, c] · dy[n,i,j,o] is itself a convolution without border: the
 * channels c play the images, the images n play the channels, and dy is the filter, as large as the image:
 *
 *   x, padded  [N, H+2r, W+2r, C] → [C, H+2r, W+2r, N]
 *   dy         [N, H, W, O]       → [H, W, N, O]
 *   VALID      [C, side, side, O] → [side, side, C, O]
 */
export function filterGradientKernel(backendName: string): KernelFunction {
  return ({ inputs, backend, attrs }) => {
    const { x, dy } = inputs as { x: Info; dy: Info }
    const { filterShape, ...convolution } = attrs as ConvolutionAttributes & { filterShape: Shape4 }
    const { padInfo } = unitStride(x.shape, filterShape, convolution, 'Conv2DBackpropFilter')
    const [n, , , inputChannels] = x.shape as Shape4
    const [, height, width, outputChannels] = dy.shape as Shape4
    const [side, sideAcross] = filterShape
    return compose(backendName, backend, ({ call, reshape, transpose }) => {
      const paddings = [
        [0, 0],
        [padInfo.top, padInfo.bottom],
        [padInfo.left, padInfo.right],
        [0, 0],
      ]
      const padded = call('PadV2', { x }, { paddings, constantValue: 0 })
      const [, rows, columns] = padded.shape as Shape4
      // Rows and columns stay neighbours, so each transposition is one of three axes, which is faster than four.
      const images = transpose(reshape(padded, [n, rows * columns, inputChannels]), [2, 1, 0])
      const filter = transpose(reshape(dy, [n, height * width, outputChannels]), [1, 0, 2])
      const found = call(
        'Conv2D',
        {
          x: reshape(images, [inputChannels, rows, columns, n]),
          filter: reshape(filter, [height, width, n, outputChannels]),
        },
        { strides: 1, pad: 'valid', dataFormat: 'NHWC', dilations: 1 },
      )
      const inOrder = transpose(reshape(found, [inputChannels, side * sideAcross, outputChannels]), [1, 0, 2])
      return reshape(inOrder, filterShape)
    })
  }
}

/**
 * dx[n,p,q,c] = Σ over u,v,o of dy[n, p−u+r, q−v+r, o] · w[u,v,c,o] is a convolution of dy with the filter rotated by
 * 180° and its two channel axes swapped. Other strides go to `stock`, the kernel this one replaces.
 */
export function inputGradientKernel(backendName: string, stock: KernelFunction): KernelFunction {
  return (args) => {
    const { inputs, backend, attrs } = args
    const { dy, filter } = inputs as { dy: Info; filter: Info }
    const { inputShape, ...convolution } = attrs as ConvolutionAttributes & { inputShape: Shape4 }
    if (!hasUnitStride(convolution)) return stock(args)
    const [side, sideAcross, inputChannels, outputChannels] = filter.shape as Shape4
    const { padInfo } = unitStride(inputShape, filter.shape, convolution, 'Conv2DBackpropInput')
    return compose(backendName, backend, ({ call, reshape, transpose }) => {
      const places = reshape(filter, [side * sideAcross, inputChannels, outputChannels])
      // Both axes reversed is the single axis of places reversed.
      const rotated = call('Reverse', { x: places }, { dims: [0] })
      const swapped = transpose(rotated, [0, 2, 1])
      const pad = [
        [0, 0],
        [side - 1 - padInfo.top, side - 1 - padInfo.bottom],
        [sideAcross - 1 - padInfo.left, sideAcross - 1 - padInfo.right],
        [0, 0],
      ]
      const isSame = side % 2 === 1 && sideAcross % 2 === 1 && convolution.pad === 'same'
      return call(
        'Conv2D',
        { x: dy, filter: reshape(swapped, [side, sideAcross, outputChannels, inputChannels]) },
        { strides: 1, pad: isSame ? 'same' : pad, dataFormat: 'NHWC', dilations: 1 },
      )
    })
  }
}

export function hasUnitStride({ strides, dataFormat }: ConvolutionAttributes): boolean {
  const [down, across] = typeof strides === 'number' ? [strides, strides] : strides
  return down === 1 && across === 1 && dataFormat !== 'NCHW'
}

/** Sizes and border of such a convolution. Throws at any other. */
export function unitStride(
  xShape: number[],
  filterShape: number[],
  attrs: ConvolutionAttributes,
  kernelName: string,
) {
  if (!hasUnitStride(attrs)) throw new Error(`${kernelName} is written for stride 1 and channels last.`)
  const { strides, pad, dimRoundingMode } = attrs
  return tf.backend_util.computeConv2DInfo(
    xShape as Shape4,
    filterShape as Shape4,
    strides,
    1,
    pad,
    dimRoundingMode,
  )
}
