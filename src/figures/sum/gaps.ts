/** What the 25 products as printed in their cells lack to their sum as printed beside them, which has more decimals. */
import type { ChannelSum } from '../../sums/explanation.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { cellDecimals, decimals } from './useSumWords.ts'

export function cellsGap({ products, sum }: ChannelSum): number {
  const printed = products.map(({ product }) => Number(product.toFixed(cellDecimals)))
  return roundingGap(printed, sum, decimals)
}
