/** 2×2 max pooling with stride 2: of each four neighbours only the largest goes on. Height and width are even. */
import { type Floats, zeros } from './floats.ts'

export type PoolingSizes = {
  readonly n: number
  /** Of the input; the output has half of each. */
  readonly height: number
  readonly width: number
  readonly channels: number
}

/** Where in `xNHWC` each output value comes from. Of equal candidates the first in reading order wins. */
export function winners(xNHWC: Floats, sizes: PoolingSizes): Uint32Array {
  const { n, height, width, channels } = sizes
  const found = new Uint32Array((n * height * width * channels) / 4)
  let at = 0
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < height; i += 2) {
      for (let j = 0; j < width; j += 2) {
        for (let c = 0; c < channels; c++) {
          const topLeft = ((image * height + i) * width + j) * channels + c
          const bottomLeft = topLeft + width * channels
          let best = topLeft
          for (const candidate of [topLeft + channels, bottomLeft, bottomLeft + channels]) {
            if (xNHWC[candidate]! > xNHWC[best]!) best = candidate
          }
          found[at++] = best
        }
      }
    }
  }
  return found
}

/** The largest of each 2×2 neighbours: y[n,i,j,c] = max of x[n, 2i…2i+1, 2j…2j+1, c]. */
export function maxPool<A extends Floats>(xNHWC: A, sizes: PoolingSizes): A {
  const from = winners(xNHWC, sizes)
  const yNHWC = zeros(xNHWC, from.length)
  for (let at = 0; at < from.length; at++) yNHWC[at] = xNHWC[from[at]!]!
  return yNHWC
}

/** ∂L/∂x: the winner receives the whole gradient, the three others none, for they could change without any effect. */
export function maxPoolGradient<A extends Floats>(xNHWC: A, dyNHWC: A, sizes: PoolingSizes): A {
  const from = winners(xNHWC, sizes)
  const dxNHWC = zeros(xNHWC, xNHWC.length)
  for (let at = 0; at < from.length; at++) dxNHWC[from[at]!] = dyNHWC[at]!
  return dxNHWC
}
