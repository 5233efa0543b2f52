/** The kernels of `convolution-layer.ts` on WebGPU: the map before pooling is never written to memory. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import type { Info, KernelFunction } from '../compose.ts'
import type { LayerKernel } from '../convolution-layer.ts'
import { geometry, pixel } from './convolution.ts'
import { across, componentsFor, store } from './matrices.ts'
import { runTiles } from './product.ts'
import { run, writable } from './program.ts'

type Shape4 = [number, number, number, number]
/**
 * Convolution as a product: rows are places of the map, columns the output channels, k counts (u,v,c). A four of rows is
 * one window of the pooling, in reading order, so that the thread that has its sums has all it needs to pool them.
 */
const left = {
  code: `
${pixel}
fn leftFour(window : u32, k : u32) -> vec4<f32> {
  let image = window / (pooledHeight * pooledWidth);
  let place = k / channels;
  let y = i32(2u * (window / pooledWidth % pooledHeight) + place / sideAcross) - top;
  let x = i32(2u * (window % pooledWidth) + place % sideAcross) - left;
  let c = k % channels;
  return vec4<f32>(
    pixel(image, y, x, c), pixel(image, y, x + 1, c),
    pixel(image, y + 1, x, c), pixel(image, y + 1, x + 1, c));
}`,
  neighbours: 'k',
} as const

/**
 * pooled = max of relu(the window's sums + bias). The trace holds four channels in one number, a byte each: which of the four
 * places won, of equal ones the first; 4 if ReLU let nothing through. Its layout is [n, rows, columns, ⌈channels / 4⌉].
 */
const writeCode = (outputs: number) => `
${writable('winners', 4, 'u32')}
${across('bias', outputs)}
${store('result', outputs)}
fn write(part : u32, window : u32, columnFour : u32, values : mat4x4<f32>) {
  let biases = biasAcross(0u, columnFour);
  var best = values[0] + biases;
  var winner = vec4<u32>(0u);
  for (var i = 1u; i < 4u; i++) {
    let value = values[i] + biases;
    winner = select(winner, vec4<u32>(i), value > best);
    best = select(best, value, value > best);
  }
  // Not max(0, …), which may lose NaN, and with it the sign that training has failed.
  resultStore(window, columnFour, select(best, vec4<f32>(0.0), best < vec4<f32>(0.0)));
  winner = select(vec4<u32>(4u), winner, best > vec4<f32>(0.0));
  winners[window * ${Math.ceil(outputs / 4)}u + columnFour] =
    winner.x | (winner.y << 8u) | (winner.z << 16u) | (winner.w << 24u);
}`

export const layerKernel: LayerKernel = ({ inputs, backend }) => {
  const webgpu = backend as WebGPUBackend
  const { x, filter, bias } = inputs as { x: Info; filter: Info; bias: Info }
  const sizes = geometry(x.shape, filter.shape, { strides: 1, pad: 'same' }, 'ConvolutionLayer')
  const { outputs, side, sideAcross, channels } = sizes
  const [pooledHeight, pooledWidth] = [Math.floor(sizes.height / 2), Math.floor(sizes.width / 2)]
  const windows = (x.shape[0] ?? 0) * pooledHeight * pooledWidth
  const winnersShape = [x.shape[0] ?? 0, pooledHeight, pooledWidth, Math.ceil(outputs / 4)]
  const winners = webgpu.makeTensorInfo(winnersShape, 'int32')
  const rightCode = `${across('weights', outputs)}
fn rightFour(k : u32, four : u32) -> vec4<f32> { return weightsAcross(k, four); }`
  const pooled = runTiles(
    webgpu,
    {
      name: 'convolution layer',
      constants: { ...sizes, pooledHeight, pooledWidth },
      rows: 4 * windows,
      columns: outputs,
      inner: side * sideAcross * channels,
      left,
      right: { code: rightCode, neighbours: 'fours' },
      inputs: [
        { name: 'images', info: x },
        { name: 'weights', info: filter, components: componentsFor(outputs) },
        { name: 'bias', info: bias, components: componentsFor(outputs) },
        { name: 'winnersBuffer', info: winners },
      ],
    },
    {
      code: writeCode(outputs),
      output: {
        shape: [x.shape[0] ?? 0, pooledHeight, pooledWidth, outputs],
        components: componentsFor(outputs),
      },
    },
  )
  return [pooled, winners]
}

/**
 * dPre[n, 2i+a, 2j+b, o] = dy[n,i,j,o] where place (a,b) won the window, else 0; also 0 in a last row or column that no
 * window reaches. A thread writes one place of four channels: neighbours write neighbouring memory.
 */
const gradientCode = (outputs: number) => `
${across('dy', outputs)}
${store('result', outputs)}
fn main() {
  let four = globalId.x % fours;
  let place = globalId.x / fours;
  if (place >= u32(uniforms.places)) { return; }
  let row = place / width % height;
  let column = place % width;
  var values = vec4<f32>(0.0);
  if (row / 2u < pooledHeight && column / 2u < pooledWidth) {
    let window = (place / (height * width) * pooledHeight + row / 2u) * pooledWidth + column / 2u;
    let winner = (vec4<u32>(u32(winners[window * fours + four])) >> vec4<u32>(0u, 8u, 16u, 24u)) & vec4<u32>(255u);
    values = select(values, dyAcross(window, four), winner == vec4<u32>(row % 2u * 2u + column % 2u));
  }
  resultStore(place, four, values);
}`

export const layerGradientKernel: KernelFunction = ({ inputs, backend, attrs }) => {
  const { height, width } = attrs as { height: number; width: number }
  const { dy, trace } = inputs as { dy: Info; trace: Info }
  const [n, pooledHeight, pooledWidth, outputs] = dy.shape as Shape4
  const fours = Math.ceil(outputs / 4)
  const places = n * height * width
  return run(
    backend as WebGPUBackend,
    {
      name: 'convolution layer gradient',
      constants: { height, width, pooledHeight, pooledWidth, outputs, fours },
      code: gradientCode(outputs),
      inputs: [
        { name: 'dy', info: dy, components: componentsFor(outputs) },
        { name: 'winners', info: trace },
      ],
      uniforms: [{ name: 'places', type: 'i32', value: places }],
      workgroupSize: [256, 1, 1],
      workgroups: [Math.ceil((places * fours) / 256), 1, 1],
    },
    { shape: [n, height, width, outputs], components: componentsFor(outputs) },
  )
}
