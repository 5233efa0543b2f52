/** Long sums on a small screen: the strongest terms, and one remainder for all others. */
export type Largest<Term> = {
  /** Strongest first; of equal ones the first in order. */
  readonly terms: readonly Term[]
  /** How many others there are, and what they add up to. */
  readonly rest: { readonly count: number; readonly sum: number }
}

/** The `count` terms farthest from zero. A remainder of one term would hide nothing but its name: it is shown instead. */
export function largestTerms<Term>(
  terms: readonly Term[],
  numberOf: (term: Term) => number,
  count: number,
): Largest<Term> {
  const sorted = terms.toSorted((a, b) => Math.abs(numberOf(b)) - Math.abs(numberOf(a)))
  const shown = sorted.length === count + 1 ? sorted.length : count
  const others = sorted.slice(shown)
  // From the smallest up: little is lost in rounding, and all terms again add up to the whole.
  const sum = others.reduceRight((so, term) => so + numberOf(term), 0)
  return { terms: sorted.slice(0, shown), rest: { count: others.length, sum } }
}
