/**
 * The slope of the loss along one weight, measured instead of derived: (L(w + h) − L(w − h)) / 2h over a whole batch, in
 * double precision. It knows nothing of gradients: it only computes the loss twice.
 */
import { convolve } from './convolution.ts'
import { crossEntropies } from './cross-entropy.ts'
import { applyMask } from './dropout.ts'
import { fullyConnected } from './fully-connected.ts'
import type { NetworkParameter, NetworkParameters, NetworkSizes } from './network.ts'
import { maxPool, winners } from './pooling.ts'
import { relu } from './relu.ts'

/**
 * How far a weight is moved to both sides. Small, so that hardly any ReLU or maximum tips within it; large against the
 * rounding of doubles: an error of 1e-15 in the loss is one of 1e-10 in the slope.
 */
export const slopeStep = 1e-5

export type MeasuredSlope = {
  /** The loss of the batch with the weight smaller and larger by `slopeStep`. */
  readonly below: number
  readonly above: number
  readonly slope: number
  /** ReLUs and maxima that are in another position on one side than on the other, in all images. */
  readonly tipped: number
}

export type MeasuredBatch = {
  readonly parameters: NetworkParameters<Float32Array>
  readonly imagesNHW: Float32Array
  readonly labels: Uint8Array
  /** n · fc1Neurons factors. */
  readonly mask: Float32Array
  readonly sizes: NetworkSizes
}

const layers = ['conv1', 'conv2', 'fc1', 'fc2'] as const

/** What a layer gets of one image, and what decides how its ReLUs and maxima stand. */
type Passed = { readonly inputs: readonly Float64Array[]; readonly gates: readonly Gate[] }
type Gate = { readonly pre: Float64Array; readonly chosen: Uint32Array | null }

/**
 * Measures slopes for one batch. What does not depend on the weight is remembered between two slopes. Each generator
 * yields how much of its work is done, 0 … 1, several times per image.
 */
export function createSlopeMeter({ parameters, imagesNHW, labels, mask, sizes }: MeasuredBatch) {
  const pixels = sizes.imageSide ** 2
  const n = labels.length
  /** What each layer gets of each image with the weights as they are. */
  const known: (Passed['inputs'] | undefined)[] = []

  /** The image from `layer` on; `input` is what that layer gets. */
  function pass(
    weights: NetworkParameters<Float64Array>,
    image: number,
    { layer, input }: { readonly layer: number; readonly input: Float64Array },
  ): Passed & { readonly loss: number } {
    const inputs: Float64Array[] = []
    const gates: Gate[] = []
    let x = input
    for (let at = layer; at < layers.length; at++) {
      inputs[at] = x
      const name = layers[at]!
      const [w, b] = [weights[`${name}/weights`], weights[`${name}/bias`]]
      if (name === 'conv1' || name === 'conv2') {
        const side = name === 'conv1' ? sizes.imageSide : sizes.imageSide / 2
        const inputChannels = name === 'conv1' ? 1 : sizes.conv1Channels
        const channels = name === 'conv1' ? sizes.conv1Channels : sizes.conv2Channels
        const shape = { n: 1, height: side, width: side }
        const pre = convolve(x, w, b, {
          ...shape,
          inputChannels,
          outputChannels: channels,
          side: sizes.filterSide,
        })
        const map = relu(pre)
        gates.push({ pre, chosen: winners(map, { ...shape, channels }) })
        x = maxPool(map, { ...shape, channels })
      } else {
        const outputs = name === 'fc1' ? sizes.fc1Neurons : sizes.classes
        const pre = fullyConnected(x, w, b, { n: 1, inputs: x.length, outputs })
        if (name === 'fc2') {
          x = pre
        } else {
          const kept = Float64Array.from(mask.subarray(image * outputs, (image + 1) * outputs))
          // A neuron that dropout leaves out cannot make a difference.
          gates.push({ pre: applyMask(pre, kept), chosen: null })
          x = applyMask(relu(pre), kept)
        }
      }
    }
    const loss = crossEntropies(x, labels.subarray(image, image + 1), sizes.classes)[0]!
    return { inputs, gates, loss }
  }

  return {
    /** Along the weight (or bias) number `at` of `parameter`. */
    *measure(parameter: NetworkParameter, at: number): Generator<number, MeasuredSlope> {
      const doubles = inDoubles(parameters)
      const layer = layers.findIndex((name) => parameter.startsWith(`${name}/`))
      const moved = (by: number) => {
        const values = doubles[parameter].slice()
        values[at] = values[at]! + by
        return { ...doubles, [parameter]: values }
      }
      const [lower, higher] = [moved(-slopeStep), moved(slopeStep)]
      let [below, above, tipped] = [0, 0, 0]
      for (let image = 0; image < n; image++) {
        const imageHW = Float64Array.from(imagesNHW.subarray(image * pixels, (image + 1) * pixels))
        if (layer > 0 && known[image] === undefined) {
          known[image] = pass(doubles, image, { layer: 0, input: imageHW }).inputs
          yield image / n
        }
        const from = { layer, input: layer === 0 ? imageHW : known[image]![layer]! }
        const one = pass(lower, image, from)
        yield (image + 0.5) / n
        const other = pass(higher, image, from)
        below += one.loss / n
        above += other.loss / n
        tipped += tippedBetween(one.gates, other.gates)
        yield (image + 1) / n
      }
      return { below, above, slope: (above - below) / (2 * slopeStep), tipped }
    },
  }
}

function inDoubles(parameters: NetworkParameters<Float32Array>): NetworkParameters<Float64Array> {
  const entries = Object.entries(parameters).map(([name, values]) => [name, Float64Array.from(values)])
  // The same keys as before: `fromEntries` forgets them.
  return Object.fromEntries(entries) as NetworkParameters<Float64Array>
}

function tippedBetween(one: readonly Gate[], other: readonly Gate[]): number {
  let tipped = 0
  one.forEach((gate, at) => {
    const { pre, chosen } = other[at]!
    for (let i = 0; i < pre.length; i++) if (gate.pre[i]! > 0 !== pre[i]! > 0) tipped++
    // Maxima among zeros stand still: the first one wins on both sides.
    if (gate.chosen && chosen)
      for (let i = 0; i < chosen.length; i++) if (gate.chosen[i] !== chosen[i]) tipped++
  })
  return tipped
}
