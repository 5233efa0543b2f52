/** Where digits come from, in the worker: the page's own origin, the user's files, or the program's own hand. */
import { createRandom, derive } from '../math/random.ts'
import { writeBuiltInSet } from './builtIn.ts'
import { DataError } from './dataError.ts'
import { type IdxFile, parseIdx } from './idx.ts'
import { loadMnist } from './mnist.ts'
import { mnistFiles } from './mnistFiles.ts'
import type { DataProblem } from './problem.ts'
import { type Dataset, pairFiles, splitSingle, splitTrainTest } from './sets.ts'
import { unpack, unpackLimitBytes } from './unpack.ts'

export type LoadProgress = {
  readonly source: Dataset['source']
  readonly done: number
  readonly total: number
  /** `bytes` are unpacked bytes, or for files bytes on the disk. */
  readonly unit: 'bytes' | 'digits'
}
export type OnProgress = (progress: LoadProgress) => void

export type Loaded = {
  readonly dataset: Dataset
  /** Why MNIST was passed over although it is there; null where it was not, or where nothing was passed over. */
  readonly passedOver: DataProblem | null
}

/** The split of one pair of files is random but always the same. */
const splitSeed = 1

/**
 * MNIST from `mnistUrl` (absolute, ending in `/`), else the built-in digits. Rejects only with the signal's reason.
 */
export async function loadAutomatic(
  mnistUrl: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Loaded> {
  let passedOver: DataProblem | null = null
  try {
    const dataset = await mnistFrom(mnistUrl, onProgress, signal)
    if (dataset) return { dataset, passedOver: null }
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    passedOver = error.problem
  }
  return { dataset: await makeBuiltIn(onProgress, signal), passedOver }
}

/** MNIST from `mnistUrl`. Throws `DataError`, or rejects with the signal's reason. */
export async function loadOnlyMnist(
  mnistUrl: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Dataset> {
  const dataset = await mnistFrom(mnistUrl, onProgress, signal)
  if (dataset) return dataset
  throw new DataError({ code: 'download-failed', file: mnistFiles.trainImages.name, status: 404 })
}

function mnistFrom(mnistUrl: string, onProgress: OnProgress, signal: AbortSignal) {
  const report = (done: number, total: number) => onProgress({ source: 'mnist', done, total, unit: 'bytes' })
  return loadMnist(mnistUrl, report, signal)
}

/**
 * IDX files the user chose, packed or not: images and labels, or two such pairs. Throws `DataError`, or rejects with
 * the signal's reason.
 */
export async function loadFiles(
  files: readonly File[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Dataset> {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  const parsed: IdxFile[] = []
  let done = 0
  for (const file of files) {
    onProgress({ source: 'files', done, total, unit: 'bytes' })
    if (file.size > unpackLimitBytes) {
      throw new DataError({ code: 'file-too-large', file: file.name, limitBytes: unpackLimitBytes })
    }
    parsed.push(parseIdx(await unpack(file.stream(), { file: file.name, signal }), file.name))
    done += file.size
  }
  onProgress({ source: 'files', done, total, unit: 'bytes' })
  const { train, test } = pairFiles(parsed)
  if (test) return splitTrainTest('files', train, test)
  return splitSingle('files', train, createRandom(derive(splitSeed, 'split')))
}

/** The built-in digits. Rejects with the signal's reason. */
export function makeBuiltIn(onProgress: OnProgress, signal: AbortSignal): Promise<Dataset> {
  return writeBuiltInSet(
    (done, total) => onProgress({ source: 'built-in', done, total, unit: 'digits' }),
    signal,
  )
}
