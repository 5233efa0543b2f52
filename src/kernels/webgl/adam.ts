/** Adam on WebGL: a shader has one output, so three of them, one each for m, v and w. The formula stands in math/adam.ts. */
import { type AdamAttributes, type AdamKernel, adamRates } from '../adam.ts'
import type { Info } from '../compose.ts'
import { run } from './program.ts'

/** Four numbers at a time. Past the edge of an odd matrix a texel holds zeros, and all three formulas leave them zeros. */
const update = (formula: string) => `
void main() { setOutput(${formula}); }`

const meanCode = update('beta1 * getMAtOutCoords() + rest1 * getGAtOutCoords()')
const squareCode = update('beta2 * getVAtOutCoords() + rest2 * getGAtOutCoords() * getGAtOutCoords()')
const weightCode = update(
  'getWAtOutCoords() - rate * getMAtOutCoords() / (sqrt(squareCorrection * getVAtOutCoords()) + epsilon)',
)

export const adamKernel: AdamKernel = ({ inputs, backend, attrs }) => {
  const { w, m, v, gradient } = inputs as Record<'w' | 'm' | 'v' | 'gradient', Info>
  const { rate, squareCorrection, beta1, rest1, beta2, rest2, epsilon } = adamRates(attrs as AdamAttributes)
  const { shape } = w
  const newM = run(backend, {
    inputs: { M: m, G: gradient },
    shape,
    uniforms: { beta1, rest1 },
    code: meanCode,
  })
  const newV = run(backend, {
    inputs: { V: v, G: gradient },
    shape,
    uniforms: { beta2, rest2 },
    code: squareCode,
  })
  const newW = run(backend, {
    inputs: { W: w, M: newM, V: newV },
    shape,
    uniforms: { rate, squareCorrection, epsilon },
    code: weightCode,
  })
  return [newW, newM, newV]
}
