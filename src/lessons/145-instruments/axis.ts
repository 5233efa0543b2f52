/** Numbers along an axis. */

/** Round numbers from `low` to `high`, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function ticksOf(
  low: number,
  high: number,
  count: number,
): { readonly ticks: readonly number[]; readonly increment: number } {
  const rough = (high - low) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const increment = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power
  const first = Math.ceil(low / increment - 1e-9)
  const last = Math.floor(high / increment + 1e-9)
  return {
    ticks: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * increment),
    increment,
  }
}

/** Digits after the decimal sign that tell neighbours apart which lie `increment` from each other. */
export function decimalsOf(increment: number): number {
  for (let decimals = 0; decimals < 8; decimals++) {
    const scaled = increment * 10 ** decimals
    if (scaled > 0.5 && Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals
  }
  return 8
}
