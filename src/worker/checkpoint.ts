/** What a run goes back to when its backend is lost. */
import type { BatchesState } from '../data/batches.ts'
import type { TrainerState } from '../protocol/checkpoint.ts'

export type Checkpoint = {
  readonly network: TrainerState
  /** Null while there is no data. */
  readonly batches: BatchesState | null
  readonly atMs: number
}

/** A checkpoint is at most this old, in steps and in time: what a lost backend costs. */
const oldest = { steps: 100, ms: 15_000 }

/** Whether a run at `step` needs a new one. */
export function isOld(checkpoint: Checkpoint, step: number, nowMs: number): boolean {
  return nowMs - checkpoint.atMs >= oldest.ms || step - checkpoint.network.step >= oldest.steps
}
