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

/** The sum before ReLU as printed sums aim at it: what the frame holds, or what it came from where ReLU made it 0. */
export function totalOf(sum: {
  readonly value: number
  readonly pre: number
  readonly relu: boolean
}): number {
  const { value, pre, relu } = sum
  return relu && value <= 0 ? Math.min(pre, 0) : value
}

/** Decimals with which the largest of these numbers has six digits that count. */
export function decimalsFor(numbers: readonly number[]): number {
  const largest = numbers.reduce((so, value) => Math.max(so, Math.abs(value)), 0)
  if (!(largest > 0 && Number.isFinite(largest))) return 2
  return Math.min(12, Math.max(0, 5 - Math.floor(Math.log10(largest))))
}
