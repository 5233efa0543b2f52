/** Reading a network on the current tfjs backend: what it does to images. Nothing here changes it. */
import * as tf from '@tensorflow/tfjs'
import { readTogether, takeValues } from '../kernels/read.ts'
import { crossEntropies } from '../math/cross-entropy.ts'
import { sizeOf } from '../math/plane.ts'
import { answerOf, softmax } from '../math/softmax.ts'
import { type PlaneName, shapeOf } from '../network/derivedTaps.ts'
import { forward, type ParameterTensors } from '../network/forward.ts'
import { initialParameters } from '../network/parameters.ts'
import { classCount, pixelCount } from '../network/spec.ts'
import { examine, type Findings, type Looks } from './examine.ts'
import { createFirstNetwork, type FirstWeights } from './firstNetwork.ts'
import { listen } from './listen.ts'

/** All tapped planes back to back in one buffer, in the order in which they were asked for. */
export type TappedPlanes = {
  readonly values: Float32Array
  readonly planes: readonly {
    readonly tap: PlaneName
    readonly shape: readonly number[]
    readonly offset: number
  }[]
}

export type SliceEvaluation = {
  readonly correct: number
  /** Cross-entropy of each image, and all added up. */
  readonly lossesN: Float64Array
  readonly lossSum: number
  /** The class of the largest logit, one per image; of equal ones the first. */
  readonly answers: Uint8Array
  /** n × 10, softmax of the logits. */
  readonly probabilities: Float32Array
}

export type Reading = {
  /**
   * What one image (28 × 28, 0 … 1) does to the network, with one read-back for all taps. Dropout is off, except
   * that the tap `dropout` shows fc1 masked with probability 1 − `keep` and divided by `keep`. `seed` is the run's: the
   * masks are drawn from it and the step. `first/` taps show the network it began with: `first`, else the one drawn from the seed.
   */
  readonly taps: (
    imageHW: Float32Array,
    taps: readonly PlaneName[],
    look: {
      readonly keep: number
      readonly seed: number
      readonly first?: FirstWeights
      /** Memory that may be used for the answer; it is the caller's no longer. */
      readonly spare?: ArrayBuffer | null
    },
  ) => Promise<TappedPlanes>
  /** Answers to one slice of images without dropout; bytes 0 … 255 or numbers 0 … 1. */
  readonly evaluate: (imagesNHW: Uint8Array | Float32Array, labels: Uint8Array) => Promise<SliceEvaluation>
  /**
   * Calls each look with the values behind its tap, of all images at once: one forward pass without dropout; none where all
   * taps are parameters and `imagesNHW` is null. The values are true during the call only. Must not overlap a `step`.
   */
  readonly examine: <Seen extends Looks>(
    imagesNHW: Uint8Array | Float32Array | null,
    looks: Seen,
  ) => Promise<Findings<Seen>>
  /** Frees what was read with. */
  readonly dispose: () => void
}

/** `parameters` are those of `step`, whenever they are asked for. */
export function createReading(network: {
  readonly parameters: () => ParameterTensors
  readonly step: () => number
}): Reading {
  const { parameters: weights, step } = network
  const first = createFirstNetwork()
  const drawn = drawing()
  return {
    async taps(imageHW, taps, { keep, seed, first: firstWeights = drawn(seed), spare = null }) {
      if (taps.length === 0) return { values: new Float32Array(0), planes: [] }
      if (!taps.some((tap) => tap.startsWith('first/'))) first.forget()
      const look = {
        keep,
        maskSeed: seed + step(),
        parameters: weights(),
        firstParameters: () => first.of(firstWeights),
      }
      const values = await readTogether(() => listen(imageHW, taps, look), spare)
      let offset = 0
      const planes = taps.map((tap) => {
        const plane = { tap, shape: shapeOf(tap), offset }
        offset += sizeOf(plane.shape)
        return plane
      })
      return { values, planes }
    },

    async evaluate(imagesNHW, labels) {
      const n = labels.length
      const images = imagesNHW instanceof Uint8Array ? inkOf(imagesNHW) : imagesNHW
      const logits = tf.tidy(() =>
        forward(weights(), tf.tensor2d(images, [n, pixelCount]), { dropoutMask: null }),
      )
      const logitsNK = await takeValues(logits)
      const answers = answersOf(logitsNK, n)
      const lossesN = crossEntropies(logitsNK, labels, classCount)
      return {
        correct: countCorrect(answers, labels),
        lossesN,
        lossSum: lossesN.reduce((sum, loss) => sum + loss, 0),
        answers,
        probabilities: softmax(logitsNK, classCount),
      }
    },

    examine: (imagesNHW, looks) =>
      examine(weights(), imagesNHW instanceof Uint8Array ? inkOf(imagesNHW) : imagesNHW, looks),

    dispose: () => first.forget(),
  }
}

/** The weights that a seed gives; the same function for the same seed. */
function drawing(): (seed: number) => FirstWeights {
  let last: { readonly seed: number; readonly weights: FirstWeights } | null = null
  return (seed) => {
    if (last?.seed !== seed) last = { seed, weights: () => initialParameters(seed) }
    return last.weights
  }
}

/** Bytes 0 … 255 as shares of ink 0 … 1. */
function inkOf(bytes: Uint8Array): Float32Array {
  const ink = new Float32Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) ink[at] = bytes[at]! / 255
  return ink
}

/** The class of the largest logit of each image; of equal ones the first. */
export function answersOf(logitsNK: Float32Array, n: number): Uint8Array {
  return Uint8Array.from({ length: n }, (_, image) => answerOf(logitsNK, image * classCount, classCount))
}

export function countCorrect(answers: Uint8Array, labels: Uint8Array): number {
  return answers.reduce((count, answer, image) => count + (answer === labels[image] ? 1 : 0), 0)
}
