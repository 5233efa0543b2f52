/** The smallest number with so many significant digits that is not below `value` (> 0): what holds *at most* must not be rounded down. */
export function roundedUp(value: number, digits: number): number {
  const shown = Number(value.toPrecision(digits))
  if (shown >= value) return shown
  const unit = 10 ** (Math.floor(Math.log10(value)) + 1 - digits)
  return Number((shown + unit).toPrecision(digits))
}
