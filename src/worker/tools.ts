/** What the workshop works with. Tests put in stand-ins; `main.ts` puts in the real things. */
import type { DataInfo, DataRequest, DataSource, Problem, Report } from '../protocol/messages.ts'
import type { Batch, TrainerState } from '../training/trainer.ts'
import type { EngineTools } from './engine.ts'

export type Split = { readonly imagesNHW: Uint8Array; readonly labels: Uint8Array }

export type DigitSet = { readonly train: Split; readonly test: Split; readonly info: DataInfo }

/** Where a sequence of batches stands: continued from here, the same batches follow. */
export type Batches<BatchesState> = {
  readonly next: () => Batch
  readonly state: () => BatchesState
}

export type LoadProgress = {
  readonly source: DataSource
  readonly done: number
  readonly total: number
  readonly unit: 'bytes' | 'digits'
}

export type WorkshopTools<BatchesState> = EngineTools & {
  /** Transfers the buffers in `transfer`: they are gone afterwards. */
  readonly post: (report: Report, transfer?: readonly ArrayBuffer[]) => void
  readonly nowMs: () => number
  readonly turn: () => Promise<void>
  readonly initialState: (seed: number) => TrainerState
  /** Rejects with what `problemOf` understands, or with the signal's reason. */
  readonly loadDigits: (
    request: DataRequest,
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: LoadProgress) => void },
  ) => Promise<{ readonly set: DigitSet; readonly passedOver: Problem | null }>
  readonly problemOf: (error: unknown) => Problem
  readonly firstBatches: (split: Split, seed: number) => Batches<BatchesState>
  readonly batchesFrom: (split: Split, state: BatchesState) => Batches<BatchesState>
}
