/** Matrix products as jobs. */
import type { Engine } from './engine.ts'

export type Product = {
  readonly rows: number
  readonly length: number
  readonly columns: number
  /** The factor lies in memory as its transpose: a as [length, rows], b as [columns, length]. */
  readonly transposeA: boolean
  readonly transposeB: boolean
}

const floatBytes = 4

/** c [rows, columns] = a · b. `a`, `b`, `c` are addresses. */
export function multiply(
  engine: Engine,
  { rows, length, columns, transposeA, transposeB }: Product,
  { a, b, c }: { readonly a: number; readonly b: number; readonly c: number },
): void {
  if (rows === 1 && !transposeB) {
    const items = Math.ceil(columns / engine.kernels.rowBlockColumns.value)
    engine.run('multiplyRow', items, [a, length, b, columns, c])
    return
  }
  const tiles = Math.ceil(rows / 6)
  const [aRow, aStep] = transposeA ? [1, rows] : [length, 1]
  const [bStep, bColumn] = transposeB ? [1, length] : [columns, 1]
  engine.borrow([tiles * length * 6 * floatBytes], (panels) => {
    engine.run('packTile', tiles, [a, aRow * floatBytes, aStep * floatBytes, rows, length, panels!])
    engine.run(
      'multiply',
      engine.kernels.productItems(rows, columns),
      [panels!, rows, length, b, bStep * floatBytes, bColumn * floatBytes, columns, c],
      { scratchBytes: engine.kernels.productScratchBytes.value },
    )
  })
}
