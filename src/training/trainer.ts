/** The network in training on the current tfjs backend: its weights, its Adam moments, its dropout generator. */
import type { RandomState } from '../math/random.ts'
import type { ParameterName, TapName } from '../network/spec.ts'

export type ParameterValues = Record<ParameterName, Float32Array>

/** Everything a run needs to go on, as plain data: a checkpoint. It does not depend on the backend. */
export type TrainerState = {
  /** Updates done. */
  readonly step: number
  readonly parameters: ParameterValues
  readonly firstMoments: ParameterValues
  readonly secondMoments: ParameterValues
  /** Where the generator of the dropout masks stands. */
  readonly dropout: RandomState
}

export type Batch = {
  /** `labels.length` × 28 × 28 values, 0 background … 1 ink. */
  readonly imagesNHW: Float32Array
  readonly labels: Uint8Array
}

/** All tapped planes back to back in one buffer, in the order in which they were asked for. */
export type TappedPlanes = {
  readonly values: Float32Array
  readonly planes: readonly {
    readonly tap: TapName
    readonly shape: readonly number[]
    readonly offset: number
  }[]
}

export type SliceEvaluation = {
  readonly correct: number
  /** Cross-entropies of the images, added up. */
  readonly lossSum: number
  /** The class of the largest logit, one per image; of equal ones the first. */
  readonly answers: Uint8Array
  /** n × 10, softmax of the logits. */
  readonly probabilities: Float32Array
}

export type Trainer = {
  /** Updates done. */
  readonly stepCount: () => number
  /** One Adam update. Loss (mean cross-entropy) and accuracy (0 … 1) are what the update saw, with dropout. */
  readonly step: (batch: Batch) => Promise<{ loss: number; batchAccuracy: number }>
  /** A copy of everything in CPU memory. Must not overlap a `step`. */
  readonly read: () => Promise<TrainerState>
  /**
   * What one image (28 × 28, 0 … 1) does to the network, with one read-back for all taps. Dropout is off, except
   * that the tap `dropout` shows fc1 masked with probability 1 − `keep` and divided by `keep`.
   */
  readonly taps: (
    imageHW: Float32Array,
    taps: readonly TapName[],
    dropout: { readonly keep: number; readonly seed: number },
  ) => Promise<TappedPlanes>
  /** Answers to one slice of images without dropout; bytes 0 … 255 or numbers 0 … 1. */
  readonly evaluate: (imagesNHW: Uint8Array | Float32Array, labels: Uint8Array) => Promise<SliceEvaluation>
  /** Frees every tensor. The trainer must not be used afterwards. */
  readonly dispose: () => void
}

/** Step 0 of the run with this seed. Pure: the same on every backend. */
export function initialState(seed: number): TrainerState {
  throw new Error(`not written yet: ${seed}`)
}

/** Brings `values` onto the current tfjs backend; register its kernels first (`kernels/register.ts`). */
export function createTrainer(values: TrainerState): Trainer {
  throw new Error(`not written yet: ${values.step}`)
}
