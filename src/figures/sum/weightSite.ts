/** Where the weight of a product stands: maps of a filter tap are counted with the input channel, as its last axes run. */
import { tapShapes } from '../../network/spec.ts'
import type { Site } from '../../sums/explanation.ts'

const windowSide = 5

export function weightSite(
  layer: 'conv1' | 'conv2',
  at: { readonly filter: number; readonly channel: number; readonly place: number },
): Site {
  const tap = `${layer}/weights` as const
  const filters = tapShapes[tap][3]
  return {
    tap,
    map: at.channel * filters + at.filter,
    row: Math.floor(at.place / windowSide),
    column: at.place % windowSide,
  }
}
