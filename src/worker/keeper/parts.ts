/** How tape, run files and weight files plug into the keeper: what it hands them, and what they give back. */
import type { ParameterValues } from '../../network/spec.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type {
  FileProblem,
  KeepProblem,
  KeptRecord,
  RunHeader,
  RunId,
  RunOrigin,
  StartWeights,
  WeightsFormat,
} from '../../protocol/keep.ts'
import type { Snapshot, TapeContents } from '../../protocol/tape.ts'

/**
 * Work over a second: yields the share that is done, 0 … 1, at least ten times a second, and returns the result. Between two
 * shares the keeper does other things, and where it was cancelled it goes on no more: `finally` cleans up. Throws a `Refusal`
 * where a file is wrong; whatever else it throws ends the ask as `file-damaged`.
 */
export type LongTask<Result> = AsyncGenerator<number, Result, undefined>

/** Ends an ask with a sentence. */
export class Refusal extends Error {
  readonly problem: KeepProblem | FileProblem
  constructor(problem: KeepProblem | FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** One snapshot as it lies in storage and in run files; only the tape reads its bytes. */
export type TapeEntry = { readonly step: number; readonly bytes: Uint8Array<ArrayBuffer> }

/** What became different on a tape: kept with the next checkpoint, in the same transaction. */
export type TapeChanges = { readonly put: readonly TapeEntry[]; readonly removed: readonly number[] }

/** `tapes.ts`. The tapes of all runs that are open: the one that learns, and those that were taken. */
export type Tapes = {
  /**
   * Packs a snapshot of the run that learns; its memory is not needed afterwards. Snapshots come in step order; one at or below the last step means that the run
   * went back.
   */
  add(id: RunId, snapshot: Snapshot, began: { readonly seed: number; readonly origin: RunOrigin }): void
  /** What was kept of later steps does not count. */
  backTo(id: RunId, step: number): void
  /** A run taken from storage or from a file. Some of what was put may be missing: it was damaged. */
  open(id: RunId, entries: readonly TapeEntry[]): void
  /** Not needed in memory any more. */
  close(id: RunId): void
  contents(id: RunId): TapeContents
  /** All of it, in step order. */
  entries(id: RunId): readonly TapeEntry[]
  /** Since the last call. */
  takeChanges(id: RunId): TapeChanges
  /** The network of a kept step; null where it is not on the tape. */
  snapshot(id: RunId, step: number): Promise<Snapshot | null>
  /** Answers `KeptStepWish`es of the tape's worker from now on; the one before is gone. */
  connect(port: MessagePort): void
}

export type TapesOptions = {
  /** The tape of a run became another one: the page hears of it. */
  readonly changed: (id: RunId) => void
  /** Brings a run that is not open from storage and calls `open`; false where there is none. */
  readonly fetch: (id: RunId) => Promise<boolean>
}

/** A run with all that is kept of it, on its way into a file or out of one. */
export type WholeRun = {
  /** `id`, `changedMs`, `curve`, `bytes` and `name` of an unpacked one are made anew where they do not fit this device. */
  readonly header: RunHeader
  /** With `header.canContinue` false, moments and generators mean nothing. */
  readonly checkpoint: Checkpoint | null
  readonly record: KeptRecord
  readonly tape: readonly TapeEntry[]
  /** The weights of step 0 where they came from a file. */
  readonly first?: ParameterValues | null
}

export type NamedFile = { readonly file: Blob; readonly fileName: string }

/** `files.ts`. */
export type RunFiles = {
  pack(
    run: WholeRun,
    options: { readonly canContinue: boolean; readonly signal: AbortSignal },
  ): LongTask<NamedFile>
  /** `lost` names what is damaged in the file and was left out. */
  unpack(
    source: NamedFile,
    options: { readonly signal: AbortSignal },
  ): LongTask<WholeRun & { readonly lost: readonly string[] }>
}

/** The network of one step of a run. */
export type WeightsSource = {
  readonly header: RunHeader
  readonly snapshot: Pick<Snapshot, 'step' | 'parameters'>
  /** The weights of fc1 lie at most this far from those the run had; 0: these are the run's to the last bit. */
  readonly fc1Tolerance: number
}

/** `weights.ts`. */
export type WeightFiles = {
  write(
    source: WeightsSource,
    options: { readonly format: WeightsFormat; readonly signal: AbortSignal },
  ): LongTask<NamedFile>
  /** As step 0 of a new run. Several files are those of one layers model of TensorFlow.js. */
  read(files: readonly NamedFile[], options: { readonly signal: AbortSignal }): LongTask<StartWeights>
}

export type KeeperParts = {
  readonly tapes: (options: TapesOptions) => Tapes
  readonly files: RunFiles
  readonly weights: WeightFiles
}
