/** For tests: a keeper with a database and files in memory, a clock that is set by hand, and small networks. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { runRecord } from '../../../../tests/fixtures/summaries.ts'
import { createRandom, derive, normal } from '../../../math/random.ts'
import { parameterRecord } from '../../../network/parameters.ts'
import type { Checkpoint } from '../../../protocol/checkpoint.ts'
import type { KeepProblem, KeptRecord, RunHeader, RunId } from '../../../protocol/keep.ts'
import { openDatabase } from '../database.ts'
import type { CheckpointMessage } from '../held.ts'
import { createLibrary } from '../library.ts'
import { createTabTurn } from '../lock.ts'
import type { TapeChanges, TapeEntry, Tapes } from '../parts.ts'
import { recordBetween } from '../record.ts'
import type { Sizes, Words } from '../slot.ts'
import { createRunStore } from '../store.ts'
import type { Place, WordFiles } from '../wordFiles.ts'

export const smallSizes: Sizes = parameterRecord((name) => (name.endsWith('bias') ? 3 : 17))

/** Seeded, so that two checkpoints of one step are the same to the last bit. */
export function checkpointAt(step: number, seed = 1): Checkpoint {
  const random = createRandom(derive(seed, `checkpoint ${step}`))
  const draw = () =>
    parameterRecord((name) => Float32Array.from({ length: smallSizes[name] }, () => normal(random)))
  return {
    network: {
      step,
      parameters: draw(),
      firstMoments: draw(),
      secondMoments: draw(),
      dropout: random.state(),
    },
    batches: { seed, imagesDrawn: 50 * step },
    seen: null,
  }
}

const whole = runRecord(2000)

/** What a run writes down at steps `from` < step ≤ `to`. */
export const recordOf = (from: number, to: number): KeptRecord => {
  const { history, evaluations, summaries, flows } = whole
  return recordBetween({ history, evaluations, summaries, flows }, from, to)
}

export function messageAt(
  step: number,
  { id = 'a', from = Math.max(-1, step - 100) }: { readonly id?: RunId; readonly from?: number } = {},
): CheckpointMessage {
  return {
    type: 'checkpoint',
    id,
    startedMs: 1000,
    settings: { seed: 1, stepLimit: 2000, backend: 'auto', gentle: false },
    origin: { kind: 'seed' },
    means: { backend: 'wasm', threads: 2, kernels: 'fma' },
    data: { source: 'mnist', fingerprint: 'f', train: 55_000, test: 10_000 },
    checkpoint: checkpointAt(step),
    record: recordOf(from < 100 ? -1 : from, step),
  }
}

/** Files in memory. `room` is in bytes. */
export function memoryFiles(state: {
  room: number
}): WordFiles & { readonly contents: Map<string, Float32Array[]> } {
  const contents = new Map<string, Float32Array[]>()
  const name = (id: RunId, place: Place) => `${id}.${place}`
  const bytesOf = (words: Words) => words.reduce((sum, { byteLength }) => sum + byteLength, 0)
  return {
    contents,
    async write(id, place, words) {
      contents.delete(name(id, place))
      const used = [...contents.values()].reduce((sum, stored) => sum + bytesOf(stored), 0)
      if (used + bytesOf(words) > state.room) throw new DOMException('full', 'QuotaExceededError')
      contents.set(
        name(id, place),
        words.map((array) => array.slice()),
      )
    },
    async read(id, place, lengths) {
      const words = contents.get(name(id, place))
      if (!words || words.some(({ length }, at) => length !== lengths[at])) return null
      return words.map((array) => array.slice())
    },
    async remove(id, place) {
      contents.delete(name(id, place))
    },
    rest() {},
    async all() {
      return [...contents.keys()].map((key) => ({
        id: key.slice(0, -2),
        place: Number(key.slice(-1)) as Place,
      }))
    },
  }
}

/** A tape of which the test says what comes onto it. */
export function plainTapes(): Tapes & { put(id: RunId, entry: TapeEntry): void } {
  const tapes = new Map<RunId, TapeEntry[]>()
  let changes = new Map<RunId, TapeEntry[]>()
  const of = (id: RunId) => tapes.get(id) ?? []
  return {
    put(id, entry) {
      tapes.set(id, [...of(id), entry])
      changes.set(id, [...(changes.get(id) ?? []), entry])
    },
    add() {},
    backTo(id, step) {
      tapes.set(
        id,
        of(id).filter((entry) => entry.step <= step),
      )
    },
    open: (id, entries) => void tapes.set(id, [...entries]),
    close: (id) => void tapes.delete(id),
    contents: (run) => ({
      run,
      steps: of(run).map(({ step }) => step),
      bytes: of(run).reduce((sum, { bytes }) => sum + bytes.length, 0),
      budgetBytes: 60e6,
      fc1Tolerance: 0,
    }),
    entries: of,
    takeChanges(id): TapeChanges {
      const put = changes.get(id) ?? []
      changes = new Map([...changes].filter(([key]) => key !== id))
      return { put, removed: [] }
    },
    snapshot: async () => null,
    connect() {},
  }
}

export type Device = {
  indexedDB: IDBFactory
  readonly files: ReturnType<typeof memoryFiles> | null
  readonly locks: LockManager | undefined
  room: number
}

export function device(changes: Partial<Device> = {}): Device {
  const made: Device = {
    indexedDB: new IDBFactory(),
    room: Number.POSITIVE_INFINITY,
    locks: undefined,
    files: null,
    ...changes,
  }
  return { ...made, files: changes.files === null ? null : memoryFiles(made) }
}

/** One visit: a keeper's library on this device. */
export function visit(on: Device) {
  const tapes = plainTapes()
  const problems: (KeepProblem | null)[] = []
  const kept: number[] = []
  let runs: readonly RunHeader[] = []
  const clock = { nowMs: 0, todayMs: 10_000 }
  let made = 0
  const library = createLibrary({
    tapes,
    nowMs: () => clock.nowMs,
    todayMs: () => clock.todayMs++,
    newRunId: () => `new${++made}`,
    async openStore(ended) {
      globalThis.indexedDB = on.indexedDB
      return createRunStore(await openDatabase(ended), on.files, smallSizes)
    },
    createTurn: (came) => createTabTurn(on.locks, came),
    estimate: async () => ({ usage: 5, quota: on.room }),
    keeping: (problem) => problems.push(problem),
    kept: ({ step }) => kept.push(step),
    changed(found) {
      runs = found
    },
  })
  return { library, tapes, problems, kept, clock, runs: () => runs }
}
