/** fc1 and fc2: every value of the layer before times its weight, plus bias; ReLU after fc1. */
import type { PlaneName } from '../network/derivedTaps.ts'
import { tapShapes } from '../network/spec.ts'
import type { Explanation, Product, Site } from './explanation.ts'
import { offsetOf, planeNameOf, type SumFrame, siteIn, valuesFor } from './places.ts'

export type FullyConnectedName = 'fc1' | 'fc2'

/** Frames are made without dropout: the logits come from fc1 itself, whatever the tap `dropout` shows. */
export const fullyConnectedInput = { fc1: 'pool2', fc2: 'fc1' } as const satisfies Record<
  FullyConnectedName,
  string
>

/** The weights of one neuron of fc1 are a derived tap: all of them are 12.8 MB. Only step 0 has them in one piece alone. */
export function weightsName(layer: FullyConnectedName, neuron: number, version: Site['version']): PlaneName {
  if (layer === 'fc1' && version !== 'first') return `neuron/${neuron}`
  return planeNameOf(`${layer}/weights`, version)
}

/** @param isAfter whether the site's tap comes after ReLU */
export function explainFullyConnected(
  site: Site,
  frame: SumFrame,
  { layer, isAfter }: { readonly layer: FullyConnectedName; readonly isAfter: boolean },
): Explanation {
  const bias = valuesFor(site, `${layer}/bias`, frame)[site.map]
  const inputs = valuesFor(site, fullyConnectedInput[layer], frame)
  const weights = weightsOf(site, frame, layer)
  const products = Array.from(inputs, (input, at): Product => {
    const weight = weights(at)
    return { input, weight, product: input * weight, from: inputSite(at, site, layer) }
  })
  return {
    kind: 'fully-connected',
    site,
    value: valuesFor(site, site.tap, frame)[offsetOf(site)],
    layer,
    products,
    bias,
    pre: products.reduce((sum, { product }) => sum + product, 0) + bias,
    relu: isAfter && site.version !== 'without-relu',
  }
}

/** The weight of each input to the neuron of `site`. */
function weightsOf(site: Site, { planes }: SumFrame, layer: FullyConnectedName): (input: number) => number {
  const name = weightsName(layer, site.map, site.version)
  const plane = planes.get(name)
  if (!plane) throw new Error(`The frame holds no ${name}.`)
  if (name.startsWith('neuron/')) return (input) => plane.values[input]
  const outputCount = tapShapes[`${layer}/weights`][1]
  return (input) => plane.values[input * outputCount + site.map]
}

/** Flattening is row, column, channel. */
function inputSite(at: number, site: Site, layer: FullyConnectedName): Site {
  if (layer === 'fc2') return siteIn('fc1', [at, 0, 0], site)
  const [, width, mapCount] = tapShapes.pool2
  const place = Math.floor(at / mapCount)
  return siteIn('pool2', [at % mapCount, Math.floor(place / width), place % width], site)
}
