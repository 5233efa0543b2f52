/** pool1 and pool2: the largest of four neighbours. */
import type { Explanation, Site } from './explanation.ts'
import { offsetOf, type SumFrame, siteIn, valuesFor } from './places.ts'

export type PoolingName = 'pool1' | 'pool2'

export const poolingInput = { pool1: 'conv1', pool2: 'conv2' } as const satisfies Record<PoolingName, string>
export const poolSide = 2

export function explainPooling(site: Site, frame: SumFrame, layer: PoolingName): Explanation {
  const values = valuesFor(site, poolingInput[layer], frame)
  const candidates = Array.from({ length: poolSide ** 2 }, (_, place) => {
    const row = site.row * poolSide + Math.floor(place / poolSide)
    const column = site.column * poolSide + (place % poolSide)
    const from = siteIn(poolingInput[layer], [site.map, row, column], site)
    return { from, value: values[offsetOf(from)] }
  })
  const winner = candidates.reduce((best, { value }, at) => (value > candidates[best].value ? at : best), 0)
  return {
    kind: 'pooling',
    site,
    value: valuesFor(site, site.tap, frame)[offsetOf(site)],
    layer,
    candidates,
    winner,
  }
}
