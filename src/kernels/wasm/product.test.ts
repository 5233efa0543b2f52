import { describe, expect, it } from 'vitest'
import { relativeDistance } from '../../../tests/fixtures/distance.ts'
import { testEngine } from '../../../tests/fixtures/kernel-engine.ts'
import { createRandom, derive, normal } from '../../math/random.ts'
import { multiply } from './product.ts'

const sizes = [
  { rows: 1, length: 1, columns: 1 },
  { rows: 1, length: 3, columns: 9 },
  { rows: 1, length: 14, columns: 603 },
  { rows: 5, length: 7, columns: 8 },
  { rows: 6, length: 300, columns: 65 },
  { rows: 50, length: 31, columns: 10 },
  { rows: 103, length: 50, columns: 70 },
]
const flags = [false, true]
const cases = sizes.flatMap((size) =>
  flags.flatMap((transposeA) => flags.map((transposeB) => ({ ...size, transposeA, transposeB }))),
)

describe.each(cases)('$rows × $length × $columns, aᵀ $transposeA, bᵀ $transposeB', (product) => {
  it('is rows times columns', async () => {
    const { rows, length, columns, transposeA, transposeB } = product
    const random = createRandom(derive(2, JSON.stringify(product)))
    const a = Float32Array.from({ length: rows * length }, () => normal(random))
    const b = Float32Array.from({ length: length * columns }, () => normal(random))
    const { engine, heap } = await testEngine()
    const c = heap.allocate(rows * columns * 4)
    multiply(engine, product, { a: heap.put(a), b: heap.put(b), c })

    const expected = new Float32Array(rows * columns)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let sum = 0
        for (let k = 0; k < length; k++) {
          const left = a[transposeA ? k * rows + row : row * length + k]!
          const right = b[transposeB ? column * length + k : k * columns + column]!
          sum += left * right
        }
        expected[row * columns + column] = sum
      }
    }
    expect(relativeDistance(heap.floats(c, expected.length), expected)).toBeLessThan(1e-5)
    expect(heap.isIntact()).toBe(true)
  })
})
