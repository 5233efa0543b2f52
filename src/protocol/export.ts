/** Between the page and the worker that writes a run as files of TensorBoard. Types only. */
import type { RunRecord } from './record.ts'

/** Each is a run of its own in TensorBoard, as in the original program. */
export type ExportedSplit = 'train' | 'test'

/** What TensorBoard is to say beside a tag. */
export type ExportedAspect =
  | 'loss'
  | 'accuracy'
  | 'accuracyWithoutDropout'
  | 'keepProbability'
  | 'digits'
  | 'filters'
  | 'maps'

/** Markdown in the language of the page: the worker knows no words. */
export type ExportTexts = {
  /** Settings, seed, backend, data: the text `run`. */
  readonly run: string
  readonly about: Readonly<Record<ExportedAspect, string>>
}

/** The only message to the worker; it ends by being terminated. */
export type ExportCommand = {
  readonly record: RunRecord
  readonly texts: Readonly<Record<ExportedSplit, ExportTexts>>
  /** Now, in milliseconds since 1970. */
  readonly nowMs: number
}

export type ExportReport =
  /** `share`: 0 … 1. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly zip: Blob }
  | { readonly type: 'failed'; readonly reason: string }
