/** The 25 products as a list that one can check by hand. */
import type { Product } from '../../sums/explanation.ts'
import { largestTerms } from '../../sums/largest.ts'

export const listed = 5

/** The strongest five, and the others as one remainder. Zeros of the padding are never among the five. */
export function strongest(products: readonly Product[]) {
  const inside = products.filter(({ from }) => from !== null)
  const padding = products.filter(({ from }) => from === null)
  return largestTerms([...inside, ...padding], ({ product }) => product, listed)
}
