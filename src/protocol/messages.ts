/** Everything that crosses between the page and the worker. Types only: plain data, never a tensor. */
import type { DataProblem } from '../data/problem.ts'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { ParameterName } from '../network/spec.ts'
import type { AnatomyPlanes, SlopeCheck, VariableSizes, Weight } from './anatomy.ts'
import type { BusyReport } from './busy.ts'
import type { Comparison } from './comparison.ts'
import type { Evaluation } from './evaluation.ts'
import type { Continuation, DataMark, RunId, RunOrigin, StartWeights } from './keep.ts'
import type { StepFlow, Summary } from './record.ts'

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu'
export type DataSource = 'mnist' | 'files' | 'built-in'
export type RunStatus = 'starting' | 'ready' | 'training' | 'paused' | 'finished' | 'failed'

/** What the page wants a run to be. `backend: 'auto'` means: measure and take the fastest. */
export type RunSettings = {
  readonly seed: number
  readonly stepLimit: number
  readonly backend: BackendName | 'auto'
  /** Leave one core free for the rest of the machine. */
  readonly gentle: boolean
}

/**
 * Our own kernels on WASM: with them the last bits of every sum depend on how a · b + c rounds, once (`fma`) or twice
 * (`simd`), and on nothing else. Null: the backend computes with kernels of tfjs.
 */
export type KernelBuild = 'fma' | 'simd'

/** How long one image of a tiny training step took on a backend, or why it could not be measured. */
export type BackendTrial =
  | {
      readonly backend: BackendName
      readonly outcome: 'measured'
      readonly msPerImage: number
      readonly threads: number
    }
  | { readonly backend: BackendName; readonly outcome: 'too-slow' }
  | { readonly backend: BackendName; readonly outcome: 'unavailable'; readonly reason: string }

export type DataRequest =
  /** MNIST from `mnistUrl` (a folder on the page's own origin, ending in `/`); where that fails, the built-in digits. */
  | { readonly kind: 'automatic'; readonly mnistUrl: string }
  /** From the same folder, or nothing: the loading fails and changes nothing. */
  | { readonly kind: 'mnist'; readonly mnistUrl: string }
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'built-in' }

/** The one image that flows through every figure. A drawn one has no label. */
export type WatchedDigit =
  | { readonly from: 'test' | 'train'; readonly index: number }
  | { readonly from: 'drawing'; readonly imageHW: Float32Array }

export type Command =
  /** First message: choose a backend, build the network at step 0. `remembered` skips the measuring. */
  | {
      readonly type: 'open'
      readonly settings: RunSettings
      readonly remembered: readonly BackendTrial[] | null
    }
  | { readonly type: 'load-data'; readonly request: DataRequest }
  | { readonly type: 'cancel-load' }
  | { readonly type: 'train' }
  | { readonly type: 'pause' }
  | { readonly type: 'one-step' }
  /**
   * One step of the run like any other, taken apart; training pauses for it. `place` is the image of its batch (from 0) that
   * is looked at; null: the one with the largest loss.
   */
  | { readonly type: 'slow-step'; readonly place: number | null }
  /** Another image of the batch of that step; the run stays where it is. */
  | { readonly type: 'slow-look'; readonly place: number }
  /** Measures the slope of the loss along a weight in that step, without any gradient; null ends it. */
  | { readonly type: 'check-slope'; readonly weight: Weight | null }
  /**
   * Back to step 0 with these settings (same or new seed, backend, limit). With `weights` the network is a file's; without, one
   * that came from a file begins as it did while the seed stays, and all others are drawn from the seed.
   */
  | { readonly type: 'start-over'; readonly settings: RunSettings; readonly weights?: StartWeights }
  /** Where what is written down is kept from now on: the port of the keeper (`keep.ts`). */
  | { readonly type: 'keep-with'; readonly port: MessagePort }
  /** What is not kept yet is to be kept now: the page may be about to end. */
  | { readonly type: 'keep' }
  /** A kept run takes the place of the present one. Needs the same digits; answered by a status with its id, or `not-continued`. */
  | { readonly type: 'continue'; readonly from: Continuation }
  /** Move the run as it is to another backend. */
  | { readonly type: 'use-backend'; readonly backend: BackendName | 'auto'; readonly gentle: boolean }
  /** Change the number of steps after which the run is finished; a finished run below a raised limit is paused again. */
  | { readonly type: 'limit-steps'; readonly stepLimit: number }
  /** What the frames hold from now on. `dropoutKeep` is the keep probability of the `dropout` tap alone. */
  | {
      readonly type: 'watch'
      readonly digit: WatchedDigit
      readonly taps: readonly PlaneName[]
      readonly dropoutKeep: number
    }
  /** The page is ready for one frame; it comes as soon as there is something new to show. */
  | {
      readonly type: 'want-frame'
      /** The memory of a frame that is not needed any more, to be filled again. */
      readonly spent?: ArrayBuffer
    }
  /** Somebody moves along the tape: for half a second training takes less of the machine. */
  | { readonly type: 'give-way' }
  /**
   * Digits for a wall. Without `label` all classes, from the `offset`-th match on. With `indices` just these, in
   * their order; those that do not exist are left out.
   */
  | {
      readonly type: 'want-digits'
      readonly id: number
      readonly split: 'train' | 'test'
      readonly label: number | null
      readonly offset: number
      readonly count: number
      readonly indices?: readonly number[]
    }
  /** Evaluate all test images now, whatever the step. */
  | { readonly type: 'evaluate' }
  /** The evaluation under way is not wanted any more, nor another one of this step unless it is asked for. */
  | { readonly type: 'cancel-evaluation' }
  /** The average training image of each class. */
  | { readonly type: 'want-averages'; readonly id: number }
  /** How near the training images are to an image, 784 bytes; a later wish replaces this one. Null: none is wanted any more. */
  | { readonly type: 'compare'; readonly id: number; readonly imageHW: Uint8Array | null }

export type DataInfo = {
  readonly source: DataSource
  /** Images in each split. */
  readonly train: number
  readonly validation: number
  readonly test: number
  /** Images of each class 0…9. */
  readonly trainClassCounts: readonly number[]
  readonly testClassCounts: readonly number[]
}

/** What one optimizer update saw, recorded at the step it led to. */
export type StepRecord = { readonly step: number; readonly loss: number; readonly batchAccuracy: number }

/** Reasons in which a run stops or something does not work, translated by `i18n`. */
export type Problem =
  | DataProblem
  | { readonly code: 'loss-not-a-number'; readonly step: number; readonly backend: BackendName }
  | { readonly code: 'no-backend-works'; readonly reasons: readonly string[] }
  | { readonly code: 'worker-died'; readonly reason: string }
  | { readonly code: 'backend-unavailable'; readonly backend: BackendName; readonly reason: string }

export type Report =
  /** The slow lane, at most ten a second, and at once when `status` changes. */
  | {
      readonly type: 'status'
      readonly status: RunStatus
      /** Counts the runs of this worker: it grows with each start over, and records of another run are void. */
      readonly run: number
      /** Of this run for good, also where another worker goes on with it. */
      readonly id: RunId
      /** Where its weights of step 0 came from. */
      readonly origin: RunOrigin
      readonly step: number
      readonly settings: RunSettings
      /** Updates since the last status report. */
      readonly records: readonly StepRecord[]
      /** Median of recent steps; null before the first. */
      readonly msPerStep: number | null
    }
  | {
      readonly type: 'backend'
      readonly backend: BackendName
      readonly threads: number
      readonly kernels: KernelBuild | null
      readonly trials: readonly BackendTrial[]
    }
  | {
      readonly type: 'loading'
      readonly source: DataSource
      readonly done: number
      readonly total: number
      readonly unit: 'bytes' | 'digits'
    }
  | {
      readonly type: 'loaded'
      /** What was asked for: another request may have followed by now. */
      readonly request: DataRequest
      readonly info: DataInfo
      readonly mark: DataMark
      /** Why an earlier source was passed over, if it was. */
      readonly passedOver: Problem | null
    }
  /** The digits in use are not those of this run; the present run stays. */
  | { readonly type: 'not-continued'; readonly id: RunId }
  /** The set in use stays as it was. */
  | { readonly type: 'load-failed'; readonly problem: Problem }
  | { readonly type: 'load-cancelled' }
  | { readonly type: 'evaluating'; readonly done: number; readonly total: number }
  | { readonly type: 'evaluation'; readonly evaluation: Evaluation }
  | { readonly type: 'evaluation-cancelled' }
  /** What the run writes down (`record.ts`); `run` as in `status`. After a takeover steps may come again. */
  | { readonly type: 'summary'; readonly run: number; readonly summary: Summary }
  | { readonly type: 'flows'; readonly run: number; readonly flows: readonly StepFlow[] }
  /** At most once a second. */
  | { readonly type: 'busy'; readonly busy: BusyReport }
  /** All watched planes at one step, back to back in `values`. */
  | {
      readonly type: 'frame'
      readonly step: number
      readonly digit: WatchedDigit
      readonly label: number | null
      readonly dropoutKeep: number
      readonly values: Float32Array
      readonly planes: readonly {
        readonly tap: PlaneName
        readonly shape: readonly number[]
        readonly offset: number
      }[]
    }
  /**
   * The step that was taken slowly; `step` is the one it led to. When another image of it is looked at, only the planes of
   * the image come again.
   */
  | ({
      readonly type: 'anatomy'
      readonly run: number
      readonly step: number
      readonly place: number
      readonly sizes: Readonly<Record<ParameterName, VariableSizes>>
    } & AnatomyPlanes)
  | {
      readonly type: 'slope-check'
      readonly run: number
      readonly step: number
      readonly check: SlopeCheck
    }
  | {
      readonly type: 'digits'
      readonly id: number
      readonly imagesNHW: Uint8Array
      readonly labels: Uint8Array
      readonly indices: Uint32Array
      readonly matching: number
    }
  /** `meansCHW[class * 784 + pixel]`, 0 … 1, and the training images of each class. */
  | {
      readonly type: 'averages'
      readonly id: number
      readonly meansCHW: Float32Array
      readonly counts: readonly number[]
    }
  /** First when the nearest images are known, then again while more test digits are compared. */
  | ({ readonly type: 'comparison'; readonly id: number } & Comparison)
  /** A backend was lost; another one went on from the last checkpoint. */
  | {
      readonly type: 'takeover'
      readonly from: BackendName
      readonly to: BackendName
      readonly reason: string
      readonly repeatedSteps: number
    }
  | { readonly type: 'problem'; readonly problem: Problem }
