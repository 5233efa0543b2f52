/** softmax: what share of all exponentials one logit has. */
import { largestOf } from '../math/softmax.ts'
import type { Explanation, Site } from './explanation.ts'
import { type SumFrame, valuesFor } from './places.ts'

export function explainSoftmax(site: Site, frame: SumFrame): Explanation {
  const logits = Array.from(valuesFor(site, 'fc2', frame))
  const largest = largestOf(Float64Array.from(logits), 0, logits.length)
  const exponentials = logits.map((logit) => Math.exp(logit - largest))
  const sum = exponentials.reduce((so, exponential) => so + exponential, 0)
  const value = valuesFor(site, 'softmax', frame)[site.map]
  return { kind: 'softmax', site, value, logits, largest, exponentials, sum }
}
