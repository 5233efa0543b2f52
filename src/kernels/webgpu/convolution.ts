/** Both gradients of a convolution with stride 1 on WebGPU, as products of matrices that are never built. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import type { Info, KernelFunction } from '../compose.ts'
import { type ConvolutionAttributes, hasUnitStride, unitStride } from '../convolution-gradients.ts'
import { across, componentsFor } from './matrices.ts'
import { product } from './product.ts'

type Shape4 = [number, number, number, number]

/** x [n, height, width, channels], dy [n, outHeight, outWidth, outputs], filter [side, sideAcross, channels, outputs]. */
export function geometry(
  xShape: number[],
  filterShape: number[],
  attrs: ConvolutionAttributes,
  name: string,
) {
  const info = unitStride(xShape, filterShape, attrs, name)
  const [side, sideAcross] = filterShape as Shape4
  return {
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    outputs: info.outChannels,
    side,
    sideAcross,
    top: info.padInfo.top,
    left: info.padInfo.left,
  }
}

/** `fn pixel(image, y, x, channel)` of the input `images` [n, height, width, channels]; 0 in the border around it. */
export const pixel = `
fn pixel(image : u32, y : i32, x : i32, channel : u32) -> f32 {
  if (y < 0 || y >= height || x < 0 || x >= width) { return 0.0; }
  return images[((image * height + u32(y)) * width + u32(x)) * channels + channel];
}`

/**
 * dw[u,v,c,o] = Σ over n,i,j of x[n, i+u−top, j+v−left, c] · dy[n,i,j,o]: rows are (u,v,c), columns o, and k counts the
 * places (n,i,j), 39,200 of them in conv1: they are shared out among workgroups.
 */
const filterLeft = (channels: number) =>
  channels % 4 === 0
    ? `
fn leftFour(four : u32, k : u32) -> vec4<f32> {
  let place = 4u * four / channels;
  let y = i32(k / outWidth % outHeight + place / sideAcross) - top;
  let x = i32(k % outWidth + place % sideAcross) - left;
  if (y < 0 || y >= height || x < 0 || x >= width) { return vec4<f32>(0.0); }
  let at = (k / (outHeight * outWidth) * height + u32(y)) * width + u32(x);
  return images[at * (channels / 4) + four % (channels / 4)];
}`
    : `
${pixel}
fn leftFour(four : u32, k : u32) -> vec4<f32> {
  var found = vec4<f32>(0.0);
  for (var i = 0u; i < 4u; i++) {
    let row = 4u * four + i;
    let place = row / channels;
    let y = i32(k / outWidth % outHeight + place / sideAcross) - top;
    let x = i32(k % outWidth + place % sideAcross) - left;
    found[i] = pixel(k / (outHeight * outWidth), y, x, row % channels);
  }
  return found;
}`

export const filterGradientKernel: KernelFunction = ({ inputs, backend, attrs }) => {
  const { x, dy } = inputs as { x: Info; dy: Info }
  const { filterShape, ...convolution } = attrs as ConvolutionAttributes & { filterShape: Shape4 }
  const constants = geometry(x.shape, filterShape, convolution, 'Conv2DBackpropFilter')
  const [side, sideAcross, channels, outputs] = filterShape
  const rightCode = `${across('dy', outputs)}
fn rightFour(k : u32, four : u32) -> vec4<f32> { return dyAcross(k, four); }`
  const wanted = {
    name: 'filter gradient',
    constants,
    rows: side * sideAcross * channels,
    columns: outputs,
    inner: (dy.shape[0] ?? 0) * constants.outHeight * constants.outWidth,
    left: { code: filterLeft(channels), neighbours: 'fours' },
    right: { code: rightCode, neighbours: 'fours' },
    inputs: [
      { name: 'images', info: x, components: componentsFor(channels) },
      { name: 'dy', info: dy, components: componentsFor(outputs) },
    ],
  } as const
  return product(backend as WebGPUBackend, wanted, filterShape)
}

/**
 * dx[n,p,q,c] = Σ over u,v,o of dy[n, p−u+top, q−v+left, o] · w[u,v,c,o]: rows are the pixels (n,p,q), columns the
 * channels c, and k counts (u,v,o).
 */
const inputLeft = `
fn leftFour(four : u32, k : u32) -> vec4<f32> {
  let place = k / outputs;
  var found = vec4<f32>(0.0);
  for (var i = 0u; i < 4u; i++) {
    let row = 4u * four + i;
    let y = i32(row / width % height) - i32(place / sideAcross) + top;
    let x = i32(row % width) - i32(place % sideAcross) + left;
    if (y < 0 || y >= outHeight || x < 0 || x >= outWidth) { continue; }
    let at = (row / (height * width) * outHeight + u32(y)) * outWidth + u32(x);
    found[i] = dy[at * outputs + k % outputs];
  }
  return found;
}`

const inputRight = `
fn rightFour(k : u32, four : u32) -> vec4<f32> {
  var found = vec4<f32>(0.0);
  for (var i = 0u; i < min(4u, channels - 4u * four); i++) {
    found[i] = weights[(k / outputs * channels + 4u * four + i) * outputs + k % outputs];
  }
  return found;
}`

/** Other strides go to `stock`. */
export const inputGradientKernel =
  (stock: KernelFunction): KernelFunction =>
  (args) => {
    const { dy, filter } = args.inputs as { dy: Info; filter: Info }
    const { inputShape, ...convolution } = args.attrs as ConvolutionAttributes & { inputShape: Shape4 }
    if (!hasUnitStride(convolution)) return stock(args)
    const [n, height, width, channels] = inputShape
    const wanted = {
      name: 'input gradient',
      constants: geometry(inputShape, filter.shape, convolution, 'Conv2DBackpropInput'),
      rows: n * height * width,
      columns: channels,
      inner: (filter.shape[0] ?? 0) * (filter.shape[1] ?? 0) * (filter.shape[3] ?? 0),
      left: { code: inputLeft, neighbours: 'k' },
      right: { code: inputRight, neighbours: 'k' },
      inputs: [
        { name: 'dy', info: dy },
        { name: 'weights', info: filter },
      ],
    } as const
    return product(args.backend as WebGPUBackend, wanted, inputShape)
  }
