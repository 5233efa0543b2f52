/** conv1 and conv2: window times filter, channel by channel, plus bias, and ReLU. */
import { tapShapes } from '../network/spec.ts'
import type { ChannelSum, Explanation, Product, Site } from './explanation.ts'
import { offsetOf, type SumFrame, siteIn, valuesFor } from './places.ts'

export type ConvolutionName = 'conv1' | 'conv2'

export const convolutionInput = { conv1: 'input', conv2: 'pool1' } as const satisfies Record<
  ConvolutionName,
  string
>
/** Height and width of a filter, and how far it reaches from its middle: so wide is the padding. */
export const filterSide = tapShapes['conv1/weights'][0]
export const reach = (filterSide - 1) / 2

/** @param isAfter whether the site's tap comes after ReLU */
export function explainConvolution(
  site: Site,
  frame: SumFrame,
  { layer, isAfter }: { readonly layer: ConvolutionName; readonly isAfter: boolean },
): Explanation {
  const bias = valuesFor(site, `${layer}/bias`, frame)[site.map]
  const inputs = valuesFor(site, convolutionInput[layer], frame)
  const weights = valuesFor(site, `${layer}/weights`, frame)
  const [height, width, channelCount] = tapShapes[convolutionInput[layer]]
  const outputCount = tapShapes[`${layer}/bias`][0]

  const productAt = (place: number, channel: number): Product => {
    const row = site.row - reach + Math.floor(place / filterSide)
    const column = site.column - reach + (place % filterSide)
    const isInside = row >= 0 && row < height && column >= 0 && column < width
    const from = isInside ? siteIn(convolutionInput[layer], [channel, row, column], site) : null
    const input = from ? inputs[offsetOf(from)] : 0
    const weight = weights[(place * channelCount + channel) * outputCount + site.map]
    return { input, weight, product: input * weight, from }
  }
  const channels = Array.from({ length: channelCount }, (_, channel): ChannelSum => {
    const products = Array.from({ length: filterSide ** 2 }, (_, place) => productAt(place, channel))
    return { channel, products, sum: products.reduce((sum, { product }) => sum + product, 0) }
  })
  return {
    kind: 'convolution',
    site,
    value: valuesFor(site, site.tap, frame)[offsetOf(site)],
    layer,
    channels,
    bias,
    pre: channels.reduce((so, { sum }) => so + sum, 0) + bias,
    relu: isAfter && site.version !== 'without-relu',
    padded: channels[0].products.filter(({ from }) => from === null).length,
  }
}
