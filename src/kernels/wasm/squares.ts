/** How large gradient, update and weights of a variable are, on WASM: one pass, shared out among the threads. */
import { type AdamAttributes, adamRates } from '../adam.ts'
import type { Engine } from './engine.ts'

export type Addresses = Readonly<Record<'w' | 'm' | 'v' | 'gradient', number>>

/** Mean squares of gradient, update and weights, after update `attributes.t`. No sum depends on the number of threads. */
export function meanSquares(
  engine: Engine,
  { w, m, v, gradient }: Addresses,
  { length, attributes }: { readonly length: number; readonly attributes: AdamAttributes },
): [gradients: number, updates: number, weights: number] {
  const { rate, squareCorrection, epsilon } = adamRates(attributes)
  const items = Math.ceil(length / engine.kernels.adamChunk.value)
  const sums = engine.borrow([items * 24], (address) => {
    engine.run('squares', items, [w, m, v, gradient, length, address], {
      floats: [squareCorrection, epsilon],
    })
    return new Float64Array(engine.heap.memory.buffer, address, items * 3).slice()
  })
  const sum = (which: number) => sums.reduce((all, one, at) => (at % 3 === which ? all + one : all), 0)
  return [sum(0) / length, (rate * rate * sum(1)) / length, sum(2) / length]
}
