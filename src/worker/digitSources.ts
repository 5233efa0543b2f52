/** What the workshop knows of data: where sets come from, and what went wrong when none came. */
import { type Batches, type BatchesState, createBatches } from '../data/batches.ts'
import { DataError } from '../data/dataError.ts'
import type { LabelledImages } from '../data/sets.ts'
import {
  type Loaded,
  loadAutomatic,
  loadFiles,
  loadOnlyMnist,
  makeBuiltIn,
  type OnProgress,
} from '../data/sources.ts'
import { training } from '../network/spec.ts'
import type { DataRequest, Problem } from '../protocol/messages.ts'

/** Rejects with `DataError`, or with the signal's reason. */
export async function loadDigits(
  request: DataRequest,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: OnProgress },
): Promise<Loaded> {
  switch (request.kind) {
    case 'automatic':
      return loadAutomatic(request.mnistUrl, onProgress, signal)
    case 'mnist':
      return { dataset: await loadOnlyMnist(request.mnistUrl, onProgress, signal), passedOver: null }
    case 'files':
      return { dataset: await loadFiles(request.files, onProgress, signal), passedOver: null }
    case 'built-in':
      return { dataset: await makeBuiltIn(onProgress, signal), passedOver: null }
    default:
      return request satisfies never
  }
}

/** A file that cannot be read at all has no name here: the reason stands in its place. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DataError) return error.problem
  return { code: 'file-unreadable', file: error instanceof Error ? error.message : String(error) }
}

/** The batches of the run with this seed. */
export function firstBatches(train: LabelledImages, seed: number): Batches {
  return batchesFrom(train, { seed, imagesDrawn: 0 })
}

export function batchesFrom(train: LabelledImages, state: BatchesState): Batches {
  return createBatches(train, training.batchSize, state)
}
