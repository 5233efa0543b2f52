/**
 * What is kept of runs on this device, and how page, worker of the run and keeper speak of it. The keeper is a worker of its own
 * without tfjs: it writes while the run goes on, and it survives the worker of the run. Types only: plain data.
 */
import type { NetworkValues, ParameterValues } from '../network/spec.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Evaluation } from './evaluation.ts'
import type { BackendName, DataSource, KernelBuild, RunSettings, StepRecord } from './messages.ts'
import type { StepFlow, Summary } from './record.ts'
import type { Snapshot, TapeContents } from './tape.ts'

/** Names one run on this device for good; made by the worker of the run when it begins, and reported with its status. */
export type RunId = string

/** Where the weights of step 0 came from. */
export type RunOrigin =
  | { readonly kind: 'seed' }
  /** Of a file; `fileName` is the visitor's. */
  | { readonly kind: 'weights'; readonly fileName: string }

/** A network to begin a run with. */
export type StartWeights = { readonly origin: RunOrigin; readonly parameters: ParameterValues }

/** Which digits a run learns from: it can only go on with the same ones. */
export type DataMark = {
  readonly source: DataSource
  /** Of the training images and labels, in hexadecimal. */
  readonly fingerprint: string
  readonly train: number
  readonly test: number
}

/** What a run is computed with: with the same it goes on to the same bits. */
export type Means = {
  readonly backend: BackendName | null
  readonly threads: number
  readonly kernels: KernelBuild | null
}

/** What can be said of a run without opening it. */
export type RunHeader = {
  readonly id: RunId
  /** Given by the visitor; without a name the oldest make room for new ones. */
  readonly name: string | null
  /** Milliseconds since 1970. */
  readonly startedMs: number
  readonly changedMs: number
  readonly settings: RunSettings
  readonly origin: RunOrigin
  readonly means: Means
  readonly data: DataMark | null
  /** Of the last checkpoint. */
  readonly step: number
  readonly loss: number | null
  readonly accuracy: { readonly value: number; readonly n: number; readonly step: number } | null
  /** At most 100 points of the loss, for a small curve. */
  readonly curve: readonly { readonly step: number; readonly loss: number }[]
  /** Whether Adam's moments and the generators are there too. */
  readonly canContinue: boolean
  /** All that is stored of it. */
  readonly bytes: number
  /** About what a file of it takes, with all it needs to go on. Missing while it is not stored. */
  readonly fileBytes?: number
}

/** What a run has written down, as it lies in storage and in run files. */
export type KeptRecord = {
  readonly history: readonly StepRecord[]
  readonly evaluations: readonly Evaluation[]
  readonly summaries: readonly Summary[]
  readonly flows: readonly StepFlow[]
}

/** A run taken from storage or from a file. */
export type KeptRun = {
  readonly header: RunHeader
  /** Where it goes on; null where it can only be looked at. */
  readonly checkpoint: Checkpoint | null
  readonly record: KeptRecord
  readonly tape: TapeContents
  /** The weights of step 0 where they came from a file: the seed does not tell them. */
  readonly first?: ParameterValues | null
}

/** What the worker of the run needs to go on with a kept run. What was written down before stays with the page. */
export type Continuation = Pick<RunHeader, 'id' | 'startedMs' | 'settings' | 'origin' | 'means' | 'data'> & {
  readonly checkpoint: Checkpoint
  readonly first: ParameterValues | null
  /** Of the step of the checkpoint: what needs not be done again. */
  readonly done: {
    readonly evaluated: boolean
    readonly evaluatedOnAll: boolean
    readonly summarised: boolean
    readonly snapshot: boolean
  }
}

/** Why runs are not kept, or one of them cannot be had. Sentences come from `i18n`. */
export type KeepProblem =
  /** No storage at all: private windows, forbidden by the browser, a page without a secure origin. */
  | { readonly code: 'no-storage'; readonly reason: string }
  /** Full; what was kept before stays. */
  | { readonly code: 'storage-full'; readonly usedBytes: number | null; readonly quotaBytes: number | null }
  /** Another tab of this browser keeps its run; this one's is not kept until that one is closed. */
  | { readonly code: 'other-tab' }
  /** The newest checkpoint cannot be read; `step` is that of the one before, null where there is none. */
  | { readonly code: 'checkpoint-damaged'; readonly step: number | null }
  /** Written by a newer version of the program. */
  | { readonly code: 'newer-version' }
  /** Of this device, or of a step that is not on its tape (any more). */
  | { readonly code: 'not-there' }
  /** The visitor or the browser removed what was stored while the page was open. */
  | { readonly code: 'storage-cleared' }
  | { readonly code: 'keeper-died'; readonly reason: string }

/** Worker of the run → keeper, on a port of their own. Everything of a run carries its id. */
export type FromRun =
  /** A checkpoint and all that was written down since the last one: kept together or not at all. Answered by `kept` or `not-kept`. */
  | {
      readonly type: 'checkpoint'
      readonly id: RunId
      readonly startedMs: number
      readonly settings: RunSettings
      readonly origin: RunOrigin
      readonly means: Means
      readonly data: DataMark | null
      readonly checkpoint: Checkpoint
      /** Since the last one. */
      readonly record: KeptRecord
      /** Comes with the first checkpoint of a run whose weights of step 0 are a file's: to be kept with the run. */
      readonly first?: ParameterValues
    }
  /** `seed` is the run's: with `origin` of the same kind, weights are kept as differences to those it began with. */
  | {
      readonly type: 'snapshot'
      readonly id: RunId
      readonly seed: number
      readonly origin: RunOrigin
      readonly snapshot: Snapshot
    }
  /** The run stands at `step` again (a backend was lost): what was kept of later steps does not count. */
  | { readonly type: 'back-to'; readonly id: RunId; readonly step: number }

/** Keeper → worker of the run. */
export type ToRun =
  | (Answered & { readonly type: 'kept'; readonly tookMs: number })
  | (Answered & { readonly type: 'not-kept' })
  /** A snapshot is on the tape; its memory comes back, to be filled again. */
  | { readonly type: 'taped'; readonly spare: ParameterValues }

/** To a checkpoint. `spare` is the memory of one that is not needed any more, where nobody else reads it. */
type Answered = { readonly id: RunId; readonly step: number; readonly spare: NetworkValues | null }

/** Formats in which weights leave and come. */
export type WeightsFormat = 'tfjs' | 'npz' | 'safetensors'

/** Page → keeper. `ask` is answered by a report with the same number. */
export type KeeperCommand =
  /** First message. */
  | { readonly type: 'open' }
  /** The worker of the run, a new one after each restart, and the tape's. */
  | { readonly type: 'connect'; readonly to: 'run' | 'tape'; readonly port: MessagePort }
  | { readonly type: 'list'; readonly ask: number }
  /** All of a run. Its tape can be shown from then on. */
  | { readonly type: 'take'; readonly ask: number; readonly id: RunId }
  | { readonly type: 'rename'; readonly ask: number; readonly id: RunId; readonly name: string | null }
  | { readonly type: 'remove'; readonly ask: number; readonly id: RunId }
  /** The whole run as one file, with its tape; without `canContinue` 26 MB smaller. */
  | { readonly type: 'pack'; readonly ask: number; readonly id: RunId; readonly canContinue: boolean }
  /** A run file becomes a run of the library, with an id of its own. */
  | { readonly type: 'unpack'; readonly ask: number; readonly file: Blob; readonly fileName: string }
  /** The weights of a kept step (null: of the last checkpoint) as a zip with the files that open them in Python. */
  | {
      readonly type: 'write-weights'
      readonly ask: number
      readonly id: RunId
      readonly step: number | null
      readonly format: WeightsFormat
    }
  /** Weights of a file, or of `model.json` and the files beside it that were opened together, as step 0 of a new run. */
  | {
      readonly type: 'read-weights'
      readonly ask: number
      readonly files: readonly { readonly file: Blob; readonly fileName: string }[]
    }
  | { readonly type: 'cancel'; readonly ask: number }

/** Why a file was refused: what is wrong with it. Sentences come from `i18n`. */
export type FileProblem =
  /** Neither a run nor weights nor digits. */
  | { readonly code: 'unknown-file'; readonly fileName: string }
  | { readonly code: 'file-damaged'; readonly fileName: string; readonly where: string }
  | { readonly code: 'file-too-new'; readonly fileName: string; readonly version: number }
  | {
      readonly code: 'file-too-large'
      readonly fileName: string
      readonly bytes: number
      readonly limitBytes: number
    }
  /** `model.json` without its weights, or weights without their `model.json`: `missing` is to be opened together with it. */
  | { readonly code: 'file-missing'; readonly fileName: string; readonly missing: string }
  /** Weights: this one is missing or has another shape or type. */
  | { readonly code: 'tensor-missing'; readonly fileName: string; readonly tensor: string }
  | {
      readonly code: 'tensor-shape'
      readonly fileName: string
      readonly tensor: string
      readonly found: readonly number[]
      readonly expected: readonly number[]
    }
  | {
      readonly code: 'tensor-type'
      readonly fileName: string
      readonly tensor: string
      readonly found: string
    }
  | { readonly code: 'tensor-not-finite'; readonly fileName: string; readonly tensor: string }

/** Keeper → page. */
export type KeeperReport =
  /** Whether runs are kept, whenever that changes. Null: they are. */
  | { readonly type: 'keeping'; readonly problem: KeepProblem | null }
  /** All runs of this device, the one changed last first, whenever something changed (at most once a second). */
  | { readonly type: 'runs'; readonly runs: readonly RunHeader[] }
  | { readonly type: 'kept'; readonly id: RunId; readonly step: number; readonly atMs: number }
  /** The tape of a run, whenever it changed. */
  | { readonly type: 'tape'; readonly tape: TapeContents }
  | { readonly type: 'progress'; readonly ask: number; readonly share: number }
  | { readonly type: 'listed'; readonly ask: number; readonly runs: readonly RunHeader[] }
  /** `problem`: the newest checkpoint was damaged and the one before is taken. */
  | {
      readonly type: 'taken'
      readonly ask: number
      readonly kept: KeptRun
      readonly problem: KeepProblem | null
    }
  | { readonly type: 'file'; readonly ask: number; readonly file: Blob; readonly fileName: string }
  /** `lost`: names of what was damaged in the file and is left out. */
  | {
      readonly type: 'unpacked'
      readonly ask: number
      readonly id: RunId
      readonly lost: readonly string[]
    }
  | {
      readonly type: 'weights'
      readonly ask: number
      readonly weights: StartWeights
    }
  /** Of `rename` and `remove`. */
  | { readonly type: 'done'; readonly ask: number }
  | { readonly type: 'cancelled'; readonly ask: number }
  | { readonly type: 'refused'; readonly ask: number; readonly problem: KeepProblem | FileProblem }
