/** Products with a transposed factor on WASM: only the plain product reaches its fast code (XNNPACK). */
import { compose, type Info, type KernelFunction } from './compose.ts'

/**
 * aᵀ·b and a·bᵀ by transposing first and then calling `stock`, the kernel this one replaces. Before it multiplies,
 * XNNPACK copies the second factor into an order of its own, so that one should be the smaller one: a·bᵀ with a large
 * b is computed as (b·aᵀ)ᵀ. Any number of matrices, which lie in the last two axes.
 */
export function matrixProductKernel(backendName: string, stock: KernelFunction): KernelFunction {
  return (args) => {
    const { inputs, backend, attrs } = args
    const { a, b } = inputs as { a: Info; b: Info }
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean }
    if (!transposeA && !transposeB) return stock(args)
    return compose(backendName, backend, ({ call, transpose }) => {
      const swapped = (x: Info) => transpose(x, lastTwoSwapped(x))
      const times = (left: Info, right: Info) =>
        call(stock, { a: left, b: right }, { transposeA: false, transposeB: false })
      if (!transposeA && rowsOf(a) < rowsOf(b)) return swapped(times(b, swapped(a)))
      return times(transposeA ? swapped(a) : a, transposeB ? swapped(b) : b)
    })
  }
}

function rowsOf({ shape }: Info): number {
  return shape.at(-2) ?? 1
}

function lastTwoSwapped({ shape }: Info): number[] {
  const axes = shape.map((_, axis) => axis)
  const rank = axes.length
  return [...axes.slice(0, rank - 2), rank - 1, rank - 2]
}
