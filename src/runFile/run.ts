/** A run on its way into a file or out of one. */
import type { ParameterValues } from '../network/spec.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { KeptRecord, RunHeader } from '../protocol/keep.ts'

export type RunInFile = {
  readonly header: RunHeader
  /** Where `header.canContinue` is false, moments and generators mean nothing. Null: no network but those of the tape. */
  readonly checkpoint: Checkpoint | null
  /** The weights of step 0 where they came from a file: the seed does not tell them. */
  readonly first?: ParameterValues | null
  readonly record: KeptRecord
  /** Networks of earlier steps; only the tape knows what their bytes mean. */
  readonly tape: readonly { readonly step: number; readonly bytes: Uint8Array<ArrayBuffer> }[]
}
