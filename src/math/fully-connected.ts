/** A fully connected layer: every output is a weighted sum of all inputs. */
import { type Floats, zeros } from './floats.ts'

export type FullyConnectedSizes = { readonly n: number; readonly inputs: number; readonly outputs: number }

/** y[n,o] = b[o] + Σ over i of  x[n,i] · w[i,o] */
export function fullyConnected<A extends Floats>(
  xNI: A,
  weightsIO: A,
  bias: A,
  sizes: FullyConnectedSizes,
): A {
  const { n, inputs, outputs } = sizes
  const yNO = zeros(xNI, n * outputs)
  for (let image = 0; image < n; image++) {
    for (let o = 0; o < outputs; o++) yNO[image * outputs + o] = bias[o]!
    for (let i = 0; i < inputs; i++) {
      const value = xNI[image * inputs + i]!
      for (let o = 0; o < outputs; o++) yNO[image * outputs + o]! += value * weightsIO[i * outputs + o]!
    }
  }
  return yNO
}

/** ∂L/∂x: dx[n,i] = Σ over o of  dy[n,o] · w[i,o] */
export function inputGradient<A extends Floats>(dyNO: A, weightsIO: A, sizes: FullyConnectedSizes): A {
  const { n, inputs, outputs } = sizes
  const dxNI = zeros(dyNO, n * inputs)
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < inputs; i++) {
      let sum = 0
      for (let o = 0; o < outputs; o++) sum += dyNO[image * outputs + o]! * weightsIO[i * outputs + o]!
      dxNI[image * inputs + i] = sum
    }
  }
  return dxNI
}

/** ∂L/∂w: dw[i,o] = Σ over n of  x[n,i] · dy[n,o] */
export function weightGradient<A extends Floats>(xNI: A, dyNO: A, sizes: FullyConnectedSizes): A {
  const { n, inputs, outputs } = sizes
  const dwIO = zeros(xNI, inputs * outputs)
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < inputs; i++) {
      const value = xNI[image * inputs + i]!
      for (let o = 0; o < outputs; o++) dwIO[i * outputs + o]! += value * dyNO[image * outputs + o]!
    }
  }
  return dwIO
}
