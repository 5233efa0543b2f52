/** The gradient of 2×2 max pooling on WASM, in one pass over the backend's memory. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import type { Info, KernelFunction } from './compose.ts'
import { heapValues } from './wasm-heap.ts'

/** First of equals wins (tfjs's own takes the last). Other windows than 2×2 with stride 2 go to `stock`. */
export function maxPoolGradientKernel(stock: KernelFunction): KernelFunction {
  return (args) => {
    const { dy, input } = args.inputs as { dy: Info; input: Info }
    const backend = args.backend as BackendWasm
    const [n, height, width, channels] = input.shape as [number, number, number, number]
    const isEven = height % 2 === 0 && width % 2 === 0
    const isHalving = isTwo(args.attrs.filterSize) && isTwo(args.attrs.strides)
    if (!isHalving || (!isEven && args.attrs.pad !== 'valid')) return stock(args)

    const dx = backend.makeOutput(input.shape, 'float32')
    const from = heapValues(backend, input)
    const gradient = heapValues(backend, dy)
    const to = heapValues(backend, dx).fill(0)
    const rowLength = width * channels
    let at = 0
    for (let image = 0; image < n; image++) {
      for (let row = 0; row + 1 < height; row += 2) {
        for (let column = 0; column + 1 < width; column += 2) {
          const start = (image * height + row) * rowLength + column * channels
          for (let topLeft = start; topLeft < start + channels; topLeft++) {
            const bottomLeft = topLeft + rowLength
            let winner = topLeft
            if (from[topLeft + channels]! > from[winner]!) winner = topLeft + channels
            if (from[bottomLeft]! > from[winner]!) winner = bottomLeft
            if (from[bottomLeft + channels]! > from[winner]!) winner = bottomLeft + channels
            to[winner] = gradient[at++]!
          }
        }
      }
    }
    return dx
  }
}

function isTwo(sides: unknown): boolean {
  return Array.isArray(sides) ? sides.every((side) => side === 2) : sides === 2
}
