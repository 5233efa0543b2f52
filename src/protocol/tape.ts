/**
 * The tape of a run: its weights at some of its steps. The worker of the run cuts snapshots, the keeper packs and keeps them, the
 * tape's own worker unpacks one and shows what it makes of a digit. Types only: plain data.
 */
import type { PlaneName } from '../network/derivedTaps.ts'
import type { ParameterValues } from '../network/spec.ts'
import type { RunId } from './keep.ts'
import type { Report, WatchedDigit } from './messages.ts'

/**
 * What the update that led to a snapshot saw: enough to show its batch again, also where other digits are in use. At step 0: what
 * the first update will see, as `SeenBatch` of the run says.
 */
export type SnapshotBatch = {
  /** Places of the images in the training split. */
  readonly indices: Uint32Array
  /** Bytes 0 … 255, 28 × 28 for each image. */
  readonly imagesNHW: Uint8Array
  readonly labels: Uint8Array
  readonly lossesN: Float32Array
  readonly answersN: Uint8Array
  /** With what keep probability the images went through the network. */
  readonly keep: number
}

/** The network of one step, as the worker of the run reads it. */
export type Snapshot = {
  readonly step: number
  /** The run's: the masks that the pictures of dropout show are drawn from it and the step. */
  readonly seed: number
  readonly parameters: ParameterValues
  /** Null where there are no digits. */
  readonly batch: SnapshotBatch | null
}

/** What the tape of a run holds. Between two of these steps nothing is known, and nothing is invented. */
export type TapeContents = {
  readonly run: RunId
  /** In step order. */
  readonly steps: readonly number[]
  /** As packed. */
  readonly bytes: number
  readonly budgetBytes: number
  /** Weights of fc1 lie at most this far from those the run had; all other parameters are the run's to the last bit. */
  readonly fc1Tolerance: number
}

/** A network on a tape. */
export type TapePlace = { readonly run: RunId; readonly step: number }

/** Page → tape's worker. Lanes are independent pictures side by side: 0 is the page's own, comparisons take others. */
export type TapeCommand =
  /** First message: where snapshots come from. */
  | { readonly type: 'open'; readonly keeper: MessagePort }
  /** One frame, as soon as possible; a later wish for the same lane replaces one that has not been begun. */
  | {
      readonly type: 'show'
      readonly lane: number
      readonly ask: number
      readonly place: TapePlace
      readonly digit: WatchedDigit
      /** 784 numbers 0 … 1. */
      readonly imageHW: Float32Array
      readonly label: number | null
      readonly taps: readonly PlaneName[]
      readonly dropoutKeep: number
      /** The memory of a frame that is not needed any more. */
      readonly spent?: ArrayBuffer
    }
  /** What is kept for a lane is not needed any more. */
  | { readonly type: 'forget'; readonly lane: number }

export type TapeReport =
  /** The network can be shown; which backend computes. */
  | { readonly type: 'opened'; readonly backend: 'wasm' | 'cpu' }
  | {
      readonly type: 'shown'
      readonly lane: number
      readonly ask: number
      readonly place: TapePlace
      readonly frame: Extract<Report, { type: 'frame' }>
    }
  /** The step is not on the tape any more, or the worker cannot compute. `reason` is for people who mend it, not for visitors. */
  | {
      readonly type: 'not-shown'
      readonly lane: number
      readonly ask: number
      readonly place: TapePlace
      readonly reason: string
    }

/** Tape's worker → keeper, on a port of their own. */
export type KeptStepWish = { readonly ask: number; readonly place: TapePlace }

/** Keeper → tape's worker. The network a run began with is at step 0 of its tape. */
export type KeptStepAnswer =
  /** As packed (`tape/keptStep.ts`): unpacking is the asker's, so no picture waits for the keeper's other work. Null: not there. */
  | {
      readonly type: 'kept-step'
      readonly ask: number
      readonly place: TapePlace
      readonly bytes: Uint8Array<ArrayBuffer> | null
    }
  /** What was answered for later steps of this run is not true any more. */
  | { readonly type: 'back-to'; readonly run: RunId; readonly step: number }
