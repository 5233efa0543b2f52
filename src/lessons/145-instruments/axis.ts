/** Numbers along an axis. */

/** Digits after the decimal sign that tell neighbours apart which lie `increment` from each other. */
export function decimalsOf(increment: number): number {
  for (let decimals = 0; decimals < 8; decimals++) {
    const scaled = increment * 10 ** decimals
    if (scaled > 0.5 && Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals
  }
  return 8
}

/** Digits after the decimal sign that show a value to a hundredth of `width` or finer. */
export function decimalsWithin(width: number): number {
  return width > 0 ? Math.max(0, 2 - Math.floor(Math.log10(width))) : 4
}
