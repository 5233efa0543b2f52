/** The network in training on the current tfjs backend: its weights, its Adam moments, its dropout generator. */
import * as tf from '@tensorflow/tfjs'
import { type AdamTensors, adamStep } from '../kernels/adam.ts'
import { takeValues, valuesOf } from '../kernels/read.ts'
import { crossEntropies, meanCrossEntropy } from '../math/cross-entropy.ts'
import { dropoutMask } from '../math/dropout.ts'
import { createRandom, derive } from '../math/random.ts'
import { node } from '../network/graph.ts'
import { initialParameters, parameterRecord, zeroParameters } from '../network/parameters.ts'
import type { NetworkValues, ParameterValues } from '../network/spec.ts'
import { classCount, type ParameterName, parameterNames, tapShapes, training } from '../network/spec.ts'
import type { TrainerState } from '../protocol/checkpoint.ts'
import type { StepFlow, StepTrace } from '../protocol/record.ts'
import { type Dissection, imagePlanes, type NamedPlane, openUp, type SeenUpdate } from './dissect.ts'
import { createFlowMeter, type FlowMeter } from './flow.ts'
import { type Batch, lossAndGradients } from './gradients.ts'
import { answersOf, countCorrect, createReading, type Reading } from './reading.ts'
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

export type Trainer = Reading & {
  /** Updates done. */
  readonly stepCount: () => number
  /**
   * One Adam update. Loss (mean cross-entropy) and accuracy (0 … 1) are what the update saw, with dropout. When the call
   * returns, the update is queued and counts; the promise is for its numbers. The next one may begin before they come.
   */
  readonly step: (batch: Batch, wishes?: StepWishes) => Promise<StepResult>
  /** A copy of everything in CPU memory, 39 MB. Must not overlap a `step`. `spare`: as `valuesOf` in kernels/read.ts. */
  readonly read: (spare?: NetworkValues | null) => Promise<TrainerState>
  /** A copy of the parameters alone, 13 MB. Must not overlap a `step`. */
  readonly readParameters: (spare?: ParameterValues | null) => Promise<ParameterValues>
  /** What an image of the batch did to the network in an update that is over, and what flowed back to it. */
  readonly lookAgain: (seen: SeenUpdate, place: number) => Promise<readonly NamedPlane[]>
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
  let step = values.step
  const reading = createReading({ parameters: weights, step: () => step })

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
    ...reading,
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

    async read(spare = null) {
      const before = { step, dropout: random.state() }
      // All at once: a GPU is asked 24 times and waited for once.
      const [parameters, firstMoments, secondMoments] = await Promise.all([
        readAll((name) => variables[name].w, spare?.parameters),
        readAll((name) => variables[name].m, spare?.firstMoments),
        readAll((name) => variables[name].v, spare?.secondMoments),
      ])
      return { ...before, parameters, firstMoments, secondMoments }
    },

    readParameters: (spare = null) => readAll((name) => variables[name].w, spare),

    dispose() {
      reading.dispose()
      for (const { w, m, v } of Object.values(variables)) tf.dispose([w, m, v])
    },
  }
}

async function readAll(
  tensorOf: (name: ParameterName) => tf.Tensor,
  spare: ParameterValues | null = null,
): Promise<ParameterValues> {
  const read = await Promise.all(parameterNames.map((name) => valuesOf(tensorOf(name), spare?.[name])))
  return parameterRecord((name) => read[parameterNames.indexOf(name)]!)
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
