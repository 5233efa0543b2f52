/** The network in training on the current tfjs backend: its weights, its Adam moments, its dropout generator. */
import * as tf from '@tensorflow/tfjs'
import { type AdamTensors, adamStep } from '../kernels/adam.ts'
import { readTogether, takeValues, valuesOf } from '../kernels/read.ts'
import { crossEntropies, meanCrossEntropy } from '../math/cross-entropy.ts'
import { dropoutMask } from '../math/dropout.ts'
import { sizeOf } from '../math/plane.ts'
import { createRandom, derive } from '../math/random.ts'
import { answerOf, softmax } from '../math/softmax.ts'
import { type PlaneName, shapeOf } from '../network/derivedTaps.ts'
import { forward } from '../network/forward.ts'
import { node } from '../network/graph.ts'
import { initialParameters, parameterRecord, zeroParameters } from '../network/parameters.ts'
import type { ParameterValues } from '../network/spec.ts'
import {
  classCount,
  type ParameterName,
  parameterNames,
  pixelCount,
  tapShapes,
  training,
} from '../network/spec.ts'
import type { TrainerState } from '../protocol/checkpoint.ts'
import type { StepFlow, StepTrace } from '../protocol/record.ts'
import { type Dissection, imagePlanes, type NamedPlane, openUp, type SeenUpdate } from './dissect.ts'
import { examine, type Findings, type Looks } from './examine.ts'
import { createFirstNetwork, type FirstWeights } from './firstNetwork.ts'
import { createFlowMeter, type FlowMeter } from './flow.ts'
import { type Batch, lossAndGradients } from './gradients.ts'
import { listen } from './listen.ts'
import { startTrace, type Tracing } from './trace.ts'

export type { Batch }

/** What is to be found out about an update beside its loss. It never changes the update. */
export type StepWishes = {
  /** The sizes of gradients and updates. Not told of a step that is traced. */
  readonly flow?: boolean
  /** Time and memory of every operation. */
  readonly trace?: boolean
  /** All that flowed back, and what Adam did with it. */
  readonly dissect?: boolean
}

/** What one update saw, before the weights changed. */
export type StepResult = {
  /** Mean cross-entropy of the batch, with dropout. */
  readonly loss: number
  /** 0 … 1. */
  readonly batchAccuracy: number
  /** Cross-entropy of each image; their mean is the loss. */
  readonly lossesN: Float32Array
  /** The class of the largest logit of each image. */
  readonly answersN: Uint8Array
  readonly flow: StepFlow | null
  readonly trace: StepTrace | null
  /** Where it was asked for. */
  readonly dissection?: Dissection
}

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

export type Trainer = {
  /** Updates done. */
  readonly stepCount: () => number
  /**
   * One Adam update. Loss (mean cross-entropy) and accuracy (0 … 1) are what the update saw, with dropout. When the call
   * returns, the update is queued and counts; the promise is for its numbers. The next one may begin before they come.
   */
  readonly step: (batch: Batch, wishes?: StepWishes) => Promise<StepResult>
  /** A copy of everything in CPU memory, 39 MB. Must not overlap a `step`. */
  readonly read: () => Promise<TrainerState>
  /** A copy of the parameters alone, 13 MB. Must not overlap a `step`. */
  readonly readParameters: () => Promise<ParameterValues>
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
  /** What an image of the batch did to the network in an update that is over, and what flowed back to it. */
  readonly lookAgain: (seen: SeenUpdate, place: number) => Promise<readonly NamedPlane[]>
  /**
   * Calls each look with the values behind its tap, of all images at once: one forward pass without dropout; none where all
   * taps are parameters and `imagesNHW` is null. The values are true during the call only. Must not overlap a `step`.
   */
  readonly examine: <Seen extends Looks>(
    imagesNHW: Uint8Array | Float32Array | null,
    looks: Seen,
  ) => Promise<Findings<Seen>>
  /** Frees every tensor. The trainer must not be used afterwards. */
  readonly dispose: () => void
}

/** Step 0 of the run with this seed. Pure: the same on every backend. */
export function initialState(seed: number): TrainerState {
  return {
    step: 0,
    parameters: initialParameters(seed),
    firstMoments: zeroParameters(),
    secondMoments: zeroParameters(),
    dropout: derive(seed, 'dropout'),
  }
}

/** Brings `values` onto the current tfjs backend; register its kernels first (`kernels/register.ts`). */
export function createTrainer(values: TrainerState): Trainer {
  const variables = parameterRecord((name) => upload(values, name))
  const weights = () => parameterRecord((name) => variables[name].w)
  const random = createRandom(values.dropout)
  const first = createFirstNetwork()
  const drawn = drawing()
  let step = values.step

  type Ways = {
    readonly tracing: Tracing | null
    readonly dissect: boolean
    readonly meter: FlowMeter | null
  }
  /** Queues one update; the logits that it saw are the caller's. */
  function update(batch: Batch, { tracing, dissect, meter }: Ways) {
    try {
      const size = batch.labels.length * tapShapes.dropout[0]
      const draw = () => dropoutMask(size, training.keepProbability, random)
      const mask = tracing ? tracing.aside(node.mask, draw) : draw()
      const { logits, gradients } = lossAndGradients(weights(), batch, mask)
      step += 1
      const opened = dissect ? openUp(variables, gradients) : null
      for (const name of parameterNames) {
        variables[name] = adamStep(variables[name], gradients[name], { ...training, t: step })
        meter?.measure(gradients[name], variables[name])
        gradients[name].dispose()
      }
      return { logits, dissected: opened?.({ batch, dropoutMask: mask }, variables) }
    } finally {
      tracing?.stop()
    }
  }

  return {
    stepCount: () => step,

    async step(batch, { flow: isMeasured = false, trace: isTraced = false, dissect = false } = {}) {
      const { labels } = batch
      const n = labels.length
      // Taking a step apart costs time that is not the step's, and so does measuring it.
      const tracing = isTraced && !dissect ? startTrace(variables) : null
      const meter = isMeasured && !tracing ? createFlowMeter(step + 1) : null
      const { logits, dissected } = update(batch, { tracing, dissect, meter })
      const reached = step
      const [logitsNK, flow] = await Promise.all([takeValues(logits), meter?.read() ?? null])
      const answersN = answersOf(logitsNK, n)
      const trace = (await tracing?.finish(reached)) ?? null
      return {
        loss: meanCrossEntropy(logitsNK, labels, classCount),
        batchAccuracy: countCorrect(answersN, labels) / n,
        lossesN: Float32Array.from(crossEntropies(logitsNK, labels, classCount)),
        answersN,
        flow,
        trace,
        ...(dissected && { dissection: await dissected }),
      }
    },

    lookAgain: imagePlanes,

    async read() {
      const before = { step, dropout: random.state() }
      // All at once: a GPU is asked 24 times and waited for once.
      const [parameters, firstMoments, secondMoments] = await Promise.all([
        readAll((name) => variables[name].w),
        readAll((name) => variables[name].m),
        readAll((name) => variables[name].v),
      ])
      return { ...before, parameters, firstMoments, secondMoments }
    },

    readParameters: () => readAll((name) => variables[name].w),

    async taps(imageHW, taps, { keep, seed, first: firstWeights = drawn(seed), spare = null }) {
      if (taps.length === 0) return { values: new Float32Array(0), planes: [] }
      if (!taps.some((tap) => tap.startsWith('first/'))) first.forget()
      const look = {
        keep,
        maskSeed: seed + step,
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

    dispose() {
      first.forget()
      for (const { w, m, v } of Object.values(variables)) tf.dispose([w, m, v])
    },
  }
}

async function readAll(tensorOf: (name: ParameterName) => tf.Tensor): Promise<ParameterValues> {
  const read = await Promise.all(parameterNames.map((name) => valuesOf(tensorOf(name))))
  return parameterRecord((name) => read[parameterNames.indexOf(name)]!)
}

/** The weights that a seed gives; the same function for the same seed. */
function drawing(): (seed: number) => FirstWeights {
  let last: { readonly seed: number; readonly weights: FirstWeights } | null = null
  return (seed) => {
    if (last?.seed !== seed) last = { seed, weights: () => initialParameters(seed) }
    return last.weights
  }
}

function upload(values: TrainerState, name: ParameterName): AdamTensors {
  // The cpu backend computes on the buffer it is given: it gets one of its own.
  const tensor = (from: ParameterValues) => tf.tensor(from[name].slice(), [...tapShapes[name]])
  return {
    w: tensor(values.parameters),
    m: tensor(values.firstMoments),
    v: tensor(values.secondMoments),
  }
}

/** Bytes 0 … 255 as shares of ink 0 … 1. */
function inkOf(bytes: Uint8Array): Float32Array {
  const ink = new Float32Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) ink[at] = bytes[at]! / 255
  return ink
}

function answersOf(logitsNK: Float32Array, n: number): Uint8Array {
  return Uint8Array.from({ length: n }, (_, image) => answerOf(logitsNK, image * classCount, classCount))
}

function countCorrect(answers: Uint8Array, labels: Uint8Array): number {
  return answers.reduce((count, answer, image) => count + (answer === labels[image] ? 1 : 0), 0)
}
