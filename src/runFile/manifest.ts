/** What a run file says about itself, before its numbers: `manifest.json`, and `contents.json` at the end. */
import type { BatchesState } from '../data/batches.ts'
import type { RandomState } from '../math/random.ts'
import type { TrainerState } from '../protocol/checkpoint.ts'
import type { DataMark, Means, RunHeader, RunOrigin } from '../protocol/keep.ts'
import type { RunSettings } from '../protocol/messages.ts'
import {
  type Check,
  fields,
  finite,
  list,
  number,
  oneOf,
  optional,
  orNull,
  text,
  truth,
  whole,
} from './checks.ts'
import { formatName, formatVersion } from './layout.ts'
import { NotPlain } from './plainBytes.ts'

/** What else is needed to go on from the network: where the generators stand. */
export type Generators = Pick<TrainerState, 'dropout'> & { readonly batches: BatchesState | null }

export type Manifest = {
  readonly format: typeof formatName
  readonly version: number
  readonly program: string
  readonly header: RunHeader
  /** What of the network is in the file, and where its generators stand: with all of it the run can go on. */
  readonly network: 'none' | 'weights' | 'all'
  readonly generators: Generators | null
  /** Whether the weights of step 0 are there as well: where they came from a file. */
  readonly first: boolean
}

/** Name, size and checksum (CRC-32) of each entry but this one. */
export type Contents = readonly { readonly name: string; readonly bytes: number; readonly crc: number }[]

/** Written by a newer version of the program, which says so in the very place this one looks at. */
export class TooNew extends Error {
  readonly version: number
  constructor(version: number) {
    super(`version ${version}`)
    this.version = version
  }
}

export const anyStep = whole(0, 1_000_000_000)
export const uint32 = whole(0, 2 ** 32 - 1)
const shortText = text(1000)
const backends = ['webgpu', 'webgl', 'wasm', 'cpu'] as const
export const backendName = oneOf(...backends)

const settings = fields<RunSettings>({
  seed: whole(0, Number.MAX_SAFE_INTEGER),
  stepLimit: whole(1, 1_000_000_000),
  backend: oneOf('auto', ...backends),
  gentle: truth,
})

const means = fields<Means>({
  backend: orNull(backendName),
  threads: whole(1, 10_000),
  kernels: orNull(oneOf('fma', 'simd')),
})

const data = fields<DataMark>({
  source: oneOf('mnist', 'files', 'built-in'),
  fingerprint: text(200),
  train: whole(0, 100_000_000),
  test: whole(0, 100_000_000),
})

const origin: Check<RunOrigin> = (value) =>
  fields({ kind: oneOf('seed', 'weights') })(value).kind === 'seed'
    ? { kind: 'seed' }
    : fields<Extract<RunOrigin, { kind: 'weights' }>>({ kind: oneOf('weights'), fileName: shortText })(value)

/** Until the year 3000. */
const timeMs = whole(0, 32_503_680_000_000)

const header = fields<RunHeader>({
  id: text(200),
  name: orNull(shortText),
  startedMs: timeMs,
  changedMs: timeMs,
  settings,
  origin,
  means,
  data: orNull(data),
  step: anyStep,
  loss: orNull(number),
  accuracy: orNull(fields({ value: finite, n: anyStep, step: anyStep })),
  curve: list(fields({ step: anyStep, loss: number }), 1000),
  canContinue: truth,
  bytes: whole(0, Number.MAX_SAFE_INTEGER),
  fileBytes: optional(whole(0, Number.MAX_SAFE_INTEGER)) as Check<number>, // `fields` leaves out what is missing
})

const randomState: Check<RandomState> = (value) => {
  const [a, b, c, counter, ...more] = list(uint32, 4)(value)
  if (a === undefined || b === undefined || c === undefined || counter === undefined || more.length > 0)
    throw new NotPlain('random state')
  return [a, b, c, counter]
}

const generators = fields<Generators>({
  dropout: randomState,
  batches: orNull(
    fields<BatchesState>({
      seed: whole(0, Number.MAX_SAFE_INTEGER),
      imagesDrawn: whole(0, Number.MAX_SAFE_INTEGER),
    }),
  ),
})

/** Throws `NotPlain` or `TooNew`. */
export function checkedManifest(value: unknown): Manifest {
  const { version } = fields({ format: oneOf(formatName), version: whole(1, 1_000_000) })(value)
  if (version > formatVersion) throw new TooNew(version)
  const manifest = fields<Manifest>({
    format: oneOf(formatName),
    version: whole(1, formatVersion),
    program: shortText,
    header,
    network: oneOf('none', 'weights', 'all'),
    generators: orNull(generators),
    first: truth,
  })(value)
  if ((manifest.network === 'all') !== (manifest.generators !== null)) throw new NotPlain('generators')
  if (manifest.header.canContinue !== (manifest.network === 'all')) throw new NotPlain('continuing')
  return manifest
}

/** Throws `NotPlain`. */
export const checkedContents: Check<Contents> = list(
  fields({ name: shortText, bytes: whole(0, Number.MAX_SAFE_INTEGER), crc: uint32 }),
  10_000,
)
