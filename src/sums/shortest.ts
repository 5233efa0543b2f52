/** Numbers in single precision, written as short as can be: nothing is lost when they are read again. */

/** The shortest decimal that reads as the same number in single precision: 0.1, not 0.10000000149011612. */
export function shortest(value: number): number {
  const single = Math.fround(value)
  const withDigits = (digits: number) => Number(single.toPrecision(digits))
  // Most numbers need seven or eight digits; nine are always enough.
  const fewest = Math.fround(withDigits(6)) === single ? 1 : 7
  for (let digits = fewest; digits < 9; digits++) {
    const short = withDigits(digits)
    if (Math.fround(short) === single) return short
  }
  return withDigits(9)
}

/** How many decimals a number has when it is written in full: 2 for 1.25, 7 for 1e-7. */
export function decimalsOf(value: number): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  return Math.max(0, decimals.length - Number(exponent))
}
