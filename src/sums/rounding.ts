/** Printed sums: rounded terms may add up to something else than the rounded total, and then the page says so. */

/**
 * What the printed terms lack to the printed total, a multiple of the last decimal: 0.4 + 0.4 = 0.8 prints without
 * decimals as 0 + 0 = 1, so 1 is lacking. Zero, never −0, where the printed sum is right.
 */
export function roundingGap(terms: readonly number[], total: number, decimals: number): number {
  const unit = 10 ** decimals
  const printed = (value: number) => Math.round(Number(value.toFixed(decimals)) * unit)
  const sum = terms.reduce((so, term) => so + printed(term), 0)
  return (printed(total) - sum) / unit || 0
}
