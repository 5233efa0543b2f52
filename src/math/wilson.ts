/** How far a measured accuracy can be from the true one, seen from a limited number of images. */

/** The normal quantile of a two-sided 95 % interval. */
const z95 = 1.959963984540054

/**
 * Wilson's interval (1927) at 95 % for a share of `correct` out of `n` > 0. It stays within 0 … 1 and, unlike the
 * ± z·√(p(1 − p)/n) of the textbooks, remains honest near 0 and 1, which is where accuracies live.
 */
export function wilsonInterval(correct: number, n: number): readonly [low: number, high: number] {
  const share = correct / n
  const centre = (share + (z95 * z95) / (2 * n)) / (1 + (z95 * z95) / n)
  const spread =
    (z95 / (1 + (z95 * z95) / n)) * Math.sqrt((share * (1 - share)) / n + (z95 * z95) / (4 * n * n))
  return [Math.max(0, centre - spread), Math.min(1, centre + spread)]
}
