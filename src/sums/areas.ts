/** Which values took part in a sum, as rectangles that pictures can outline. */
import { tapShapes } from '../network/spec.ts'
import { convolutionInput, filterSide, reach } from './convolution.ts'
import type { Site } from './explanation.ts'
import { layerOf } from './layer.ts'
import { siteIn } from './places.ts'
import { poolingInput, poolSide } from './pooling.ts'

/** Counted as places are. A window may reach into the padding, two cells beyond its map. */
export type Area = Site & { readonly rows: number; readonly columns: number }

/**
 * Of the taps below, of the weights, and of the twin before ReLU. Where all values of a tap take part, as in fully
 * connected layers, there is nothing to outline in it.
 */
export function areasOf(site: Site): readonly Area[] {
  const { map, row, column } = site
  const one = (tap: Site['tap']): Area => ({ ...siteIn(tap, [map, row, column], site), rows: 1, columns: 1 })
  const from = layerOf(site.tap)
  switch (from.kind) {
    case 'convolution': {
      const { layer } = from
      const side = { rows: filterSide, columns: filterSide }
      const channelCount = tapShapes[convolutionInput[layer]][2]
      const outputCount = tapShapes[`${layer}/bias`][0]
      const channels = Array.from({ length: channelCount }, (_, channel) => channel)
      const windowAt = [row - reach, column - reach] as const
      return [
        ...(from.isAfter ? [one(`${layer}/pre`)] : []),
        ...channels.map((channel) => ({
          ...siteIn(convolutionInput[layer], [channel, ...windowAt], site),
          ...side,
        })),
        ...channels.map((channel) => ({
          ...siteIn(`${layer}/weights`, [channel * outputCount + map, 0, 0], site),
          ...side,
        })),
        biasArea(`${layer}/bias`, site),
      ]
    }
    case 'pooling': {
      const corner = [map, row * poolSide, column * poolSide] as const
      return [{ ...siteIn(poolingInput[from.layer], corner, site), rows: poolSide, columns: poolSide }]
    }
    case 'fully-connected':
      return [...(from.isAfter ? [one('fc1/pre')] : []), biasArea(`${from.layer}/bias`, site)]
    case 'dropout':
      return [one('fc1')]
    case 'softmax':
    case 'pixel':
    case 'parameter':
      return []
    default:
      return from satisfies never
  }
}

/** The bias of the map or neuron. */
function biasArea(tap: Site['tap'], site: Site): Area {
  return { ...siteIn(tap, [site.map, 0, 0], site), rows: 1, columns: 1 }
}
