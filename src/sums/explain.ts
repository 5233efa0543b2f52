/** How any number of the network came about, from the planes of one frame. */
import type { PlaneName } from '../network/derivedTaps.ts'
import { tapShapes } from '../network/spec.ts'
import { convolutionInput, explainConvolution } from './convolution.ts'
import { explainDropout } from './dropout.ts'
import type { Explanation, Site } from './explanation.ts'
import { explainFullyConnected, fullyConnectedInput, weightsName } from './fullyConnected.ts'
import { layerOf } from './layer.ts'
import { offsetOf, planeNameOf, type SumFrame, valuesFor } from './places.ts'
import { explainPooling, poolingInput } from './pooling.ts'
import { explainSoftmax } from './softmax.ts'

/** Null while the frame lacks a plane that the sum needs (`tapsFor`), and for a place that the tap does not have. */
export function explain(site: Site, frame: SumFrame): Explanation | null {
  if (!isInside(site) || !tapsFor(site).every((name) => frame.planes.has(name))) return null
  const from = layerOf(site.tap)
  switch (from.kind) {
    case 'pixel':
      return explainPixel(site, frame)
    case 'convolution':
      return explainConvolution(site, frame, from)
    case 'pooling':
      return explainPooling(site, frame, from.layer)
    case 'fully-connected':
      return explainFullyConnected(site, frame, from)
    case 'dropout':
      return explainDropout(site, frame)
    case 'softmax':
      return explainSoftmax(site, frame)
    case 'parameter':
      return explainParameter(site, frame)
    default:
      return from satisfies never
  }
}

/** What a frame must hold for `explain`, and no more. */
export function tapsFor(site: Site): readonly PlaneName[] {
  const plane = (tap: Site['tap']) => planeNameOf(tap, site.version)
  const from = layerOf(site.tap)
  switch (from.kind) {
    case 'pixel':
      return [plane('input')]
    case 'convolution': {
      const { layer } = from
      return [
        plane(site.tap),
        plane(convolutionInput[layer]),
        plane(`${layer}/weights`),
        plane(`${layer}/bias`),
      ]
    }
    case 'pooling':
      return [plane(site.tap), plane(poolingInput[from.layer])]
    case 'fully-connected': {
      const { layer } = from
      const weights = weightsName(layer, site.map, site.version)
      return [plane(site.tap), plane(fullyConnectedInput[layer]), weights, plane(`${layer}/bias`)]
    }
    case 'dropout':
      return [plane('dropout'), plane('fc1')]
    case 'softmax':
      return [plane('softmax'), plane('fc2')]
    case 'parameter':
      return [site.tap === 'fc1/weights' ? weightsName('fc1', site.column, site.version) : plane(site.tap)]
    default:
      return from satisfies never
  }
}

function explainPixel(site: Site, frame: SumFrame): Explanation {
  const value = valuesFor(site, 'input', frame)[offsetOf(site)]
  const byte = Math.round(value * 255)
  const isByte = frame.digit.from !== 'drawing' && Math.fround(byte / 255) === value
  return { kind: 'pixel', site, value, byte: isByte ? byte : null }
}

function explainParameter(site: Site, { planes }: SumFrame): Explanation {
  const [name] = tapsFor(site)
  const values = planes.get(name)?.values ?? []
  const value = values[name.startsWith('neuron/') ? site.row : offsetOf(site)]
  return { kind: 'parameter', site, value }
}

function isInside({ tap, map, row, column }: Site): boolean {
  const shape: readonly number[] = tapShapes[tap]
  const [height, width, ...rest] = shape.length === 1 ? [1, 1, ...shape] : shape
  const mapCount = rest.reduce((product, side) => product * side, 1)
  const isBelow = (at: number, bound: number) => Number.isInteger(at) && at >= 0 && at < bound
  return isBelow(map, mapCount) && isBelow(row, height) && isBelow(column, width)
}
