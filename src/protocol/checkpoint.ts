/** Where a run stands, as plain data, and nothing else is needed to go on from there. */
import type { BatchesState } from '../data/batches.ts'
import type { RandomState } from '../math/random.ts'
import type { NetworkValues } from '../network/spec.ts'
import type { StepTrace } from './record.ts'
import type { SnapshotBatch } from './tape.ts'

/** Everything a run needs to go on, as plain data: a checkpoint. It does not depend on the backend. */
export type TrainerState = NetworkValues & {
  /** Updates done. */
  readonly step: number
  /** Where the generator of the dropout masks stands. */
  readonly dropout: RandomState
}

export type Checkpoint = {
  readonly network: TrainerState
  /** Null while there is no data. */
  readonly batches: BatchesState | null
  /** What the update that led here saw; without it the batch cannot be shown again. */
  readonly seen?: SnapshotBatch | null
  /** Of that update, where its summary is not written yet. */
  readonly trace?: StepTrace | null
}
