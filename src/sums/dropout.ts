/** The dropout tap: fc1 times the mask that the worker drew from seed and step. */
import { shownDropoutMask } from '../math/dropout.ts'
import { tapShapes } from '../network/spec.ts'
import type { Explanation, Site } from './explanation.ts'
import { type SumFrame, valuesFor } from './places.ts'

/** Null where seed and frame are of two different runs, as for a moment while a new run begins. */
export function explainDropout(site: Site, frame: SumFrame): Explanation | null {
  // Only the plain pass has a mask.
  const keep = site.version === undefined ? frame.dropoutKeep : 1
  const mask = shownDropoutMask(tapShapes.dropout[0], { keep, seed: frame.seed + frame.step })
  const factor = mask[site.map]
  const before = valuesFor(site, 'fc1', frame)[site.map]
  const value = valuesFor(site, 'dropout', frame)[site.map]
  const fits = !(Math.abs(before * factor - value) > 1e-5 * Math.abs(value))
  return fits ? { kind: 'dropout', site, value, before, factor, keep } : null
}
