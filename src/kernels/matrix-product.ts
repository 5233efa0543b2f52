/** Products with a transposed factor on WASM: only the plain product reaches its fast code (XNNPACK). */
import { compose, type Info, type KernelFunction } from './compose.ts'

/** `aᵀ·b`, `a·bᵀ`: transposes first, 12–38 times faster for this network, then calls `stock`. Any number of matrices. */
export function matrixProductKernel(backendName: string, stock: KernelFunction): KernelFunction {
  return (args) => {
    const { inputs, backend, attrs } = args
    const { a, b } = inputs as { a: Info; b: Info }
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean }
    if (!transposeA && !transposeB) return stock(args)
    return compose(backendName, backend, ({ transpose }) =>
      stock({
        inputs: {
          a: transposeA ? transpose(a, lastTwoSwapped(a)) : a,
          b: transposeB ? transpose(b, lastTwoSwapped(b)) : b,
        },
        backend,
        attrs: { ...attrs, transposeA: false, transposeB: false },
      }),
    )
  }
}

function lastTwoSwapped({ shape }: Info): number[] {
  const axes = shape.map((_, axis) => axis)
  const rank = axes.length
  return [...axes.slice(0, rank - 2), rank - 1, rank - 2]
}
