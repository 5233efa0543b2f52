/**
 * Convolution with stride 1 whose output is as large as its input (SAME: the missing border counts as zeros).
 * As in all of deep learning it is strictly a cross-correlation, the filter is not flipped:
 *
 *   y[n,i,j,o] = b[o] + Σ over u,v,c of  x[n, i+u−r, j+v−r, c] · w[u,v,c,o],   r = (side − 1) / 2
 *
 * Images are NHWC (image, row, column, channel), filters HWIO (row, column, input channel, output channel).
 */
import { type Floats, zeros } from './floats.ts'

export type ConvolutionSizes = {
  /** Images in the batch. */
  readonly n: number
  readonly height: number
  readonly width: number
  readonly inputChannels: number
  readonly outputChannels: number
  /** Height and width of a filter, odd. */
  readonly side: number
}

/** y as above; `xNHWC` has n · height · width · inputChannels values, the result the same with outputChannels. */
export function convolve<A extends Floats>(xNHWC: A, filterHWIO: A, bias: A, sizes: ConvolutionSizes): A {
  const { inputChannels, outputChannels } = sizes
  const yNHWC = zeros(xNHWC, sizes.n * sizes.height * sizes.width * outputChannels)
  for (let at = 0; at < yNHWC.length; at++) yNHWC[at] = bias[at % outputChannels]!
  forEachOverlap(sizes, (x, y, filter) => {
    for (let c = 0; c < inputChannels; c++) {
      const value = xNHWC[x + c]!
      const row = filter + c * outputChannels
      for (let o = 0; o < outputChannels; o++) yNHWC[y + o]! += value * filterHWIO[row + o]!
    }
  })
  return yNHWC
}

/**
 * ∂L/∂x from dy = ∂L/∂y. Each x took part in up to side² windows and gathers its share from each:
 *   dx[n,p,q,c] = Σ over u,v,o of  dy[n, p−u+r, q−v+r, o] · w[u,v,c,o]
 */
export function inputGradient<A extends Floats>(dyNHWC: A, filterHWIO: A, sizes: ConvolutionSizes): A {
  const { inputChannels, outputChannels } = sizes
  const dxNHWC = zeros(dyNHWC, sizes.n * sizes.height * sizes.width * inputChannels)
  forEachOverlap(sizes, (x, y, filter) => {
    for (let c = 0; c < inputChannels; c++) {
      const row = filter + c * outputChannels
      let sum = 0
      for (let o = 0; o < outputChannels; o++) sum += dyNHWC[y + o]! * filterHWIO[row + o]!
      dxNHWC[x + c]! += sum
    }
  })
  return dxNHWC
}

/** ∂L/∂w: dw[u,v,c,o] = Σ over n,i,j of  x[n, i+u−r, j+v−r, c] · dy[n,i,j,o] */
export function filterGradient<A extends Floats>(xNHWC: A, dyNHWC: A, sizes: ConvolutionSizes): A {
  const { inputChannels, outputChannels, side } = sizes
  const dwHWIO = zeros(xNHWC, side * side * inputChannels * outputChannels)
  forEachOverlap(sizes, (x, y, filter) => {
    for (let c = 0; c < inputChannels; c++) {
      const value = xNHWC[x + c]!
      const row = filter + c * outputChannels
      for (let o = 0; o < outputChannels; o++) dwHWIO[row + o]! += value * dyNHWC[y + o]!
    }
  })
  return dwHWIO
}

/** ∂L/∂b: the bias is added at every place, so it gathers dy from all of them. Serves any layer with channels last. */
export function biasGradient<A extends Floats>(dy: A, channels: number): A {
  const db = zeros(dy, channels)
  for (let at = 0; at < dy.length; at++) db[at % channels]! += dy[at]!
  return db
}

/** Calls back with the offsets of x[n,i+u−r,j+v−r,0], y[n,i,j,0] and w[u,v,0,0] wherever the x lies inside its image. */
function forEachOverlap(
  sizes: ConvolutionSizes,
  visit: (x: number, y: number, filter: number) => void,
): void {
  const { n, height, width, inputChannels, outputChannels, side } = sizes
  const reach = (side - 1) / 2
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        const y = ((image * height + i) * width + j) * outputChannels
        for (let u = 0; u < side; u++) {
          const row = i + u - reach
          if (row < 0 || row >= height) continue
          for (let v = 0; v < side; v++) {
            const column = j + v - reach
            if (column < 0 || column >= width) continue
            const x = ((image * height + row) * width + column) * inputChannels
            visit(x, y, (u * side + v) * inputChannels * outputChannels)
          }
        }
      }
    }
  }
}
