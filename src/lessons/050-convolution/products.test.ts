import { expect, test } from 'vitest'
import type { Product } from '../../sums/explanation.ts'
import { strongest } from './products.ts'

const pixel = (input: number, weight: number): Product => ({
  input,
  weight,
  product: input * weight,
  from: { tap: 'input', map: 0, row: 0, column: 0 },
})
const padding: Product = { input: 0, weight: 0.5, product: 0, from: null }

test('five of 25 products are listed, the farthest from zero first, and the other 20 are one remainder', () => {
  const products = Array.from({ length: 25 }, (_, i) => pixel(1, (i % 2 === 0 ? 1 : -1) * (i + 1)))
  const { terms, rest } = strongest(products)
  expect(terms.map(({ product }) => product)).toEqual([25, -24, 23, -22, 21])
  // 1 − 2 + 3 − … + 19 − 20
  expect(rest).toEqual({ count: 20, sum: -10 })
})

test('in an empty corner the zeros listed are pixels, not padding', () => {
  const products = [
    ...Array.from({ length: 16 }, () => padding),
    ...Array.from({ length: 9 }, () => pixel(0, 1)),
  ]
  expect(strongest(products).terms.every(({ from }) => from !== null)).toBe(true)
})
