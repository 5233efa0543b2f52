/** What the workshop works with. Tests put in stand-ins; `main.ts` puts in the real things. */
import type { Batches, BatchesState } from '../data/batches.ts'
import type { LabelledImages } from '../data/sets.ts'
import type { Loaded, OnProgress } from '../data/sources.ts'
import type { TrainerState } from '../protocol/checkpoint.ts'
import type { RunId } from '../protocol/keep.ts'
import type { DataRequest, Problem, Report } from '../protocol/messages.ts'
import type { EngineTools } from './engine.ts'

export type WorkshopTools = EngineTools & {
  /** Transfers the buffers in `transfer`: they are gone afterwards. */
  readonly post: (report: Report, transfer?: readonly ArrayBuffer[]) => void
  readonly nowMs: () => number
  /** Never the same again. */
  readonly newRunId: () => RunId
  /** False: the run writes nothing down. For measuring what that costs; no visitor gets it. */
  readonly records?: boolean
  readonly initialState: (seed: number) => TrainerState
  /** Rejects with what `problemOf` understands, or with the signal's reason. */
  readonly loadDigits: (
    request: DataRequest,
    options: { readonly signal: AbortSignal; readonly onProgress: OnProgress },
  ) => Promise<Loaded>
  readonly problemOf: (error: unknown) => Problem
  readonly firstBatches: (train: LabelledImages, seed: number) => Batches
  /** Continues where a checkpoint stands. */
  readonly batchesFrom: (train: LabelledImages, state: BatchesState) => Batches
}
