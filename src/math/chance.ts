/** How often chance alone makes a difference at least as large as one that was seen. */

/** P(|Z| ≥ z) of the standard normal distribution for z ≥ 0, to 1.5e-7: Abramowitz and Stegun, 7.1.26. */
function bothTails(z: number): number {
  const x = z / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return polynomial * Math.exp(-x * x)
}

/**
 * Two networks that are right about the same `share` of all images are tested on `n` images each, drawn anew: how often do
 * their measured shares lie at least `difference` > 0 apart? The variance of the difference is 2 · s(1 − s) / n.
 */
export function chanceOfDifference(share: number, n: number, difference: number): number {
  const deviation = Math.sqrt((2 * share * (1 - share)) / n)
  return deviation === 0 ? 0 : bothTails(difference / deviation)
}

/**
 * The exact sign test, which for two measurements of the same images is McNemar's: of `one + other` coins, how often do the
 * sides differ at least as much? 1 where they are even.
 */
export function chanceOfSplit(one: number, other: number): number {
  const coins = one + other
  const least = Math.min(one, other)
  if (2 * least === coins) return 1
  let logWays = 0 // ln of `coins` over k
  let tail = 0
  for (let k = 0; k <= least; k++) {
    tail += Math.exp(logWays - coins * Math.LN2)
    logWays += Math.log(coins - k) - Math.log(k + 1)
  }
  return 2 * tail
}
