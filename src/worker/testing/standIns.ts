/** For tests: a network of one number that learns, digits without pictures, backends that fail when told to. */
import type { BatchesState } from '../../data/batches.ts'
import type { Dataset, LabelledImages } from '../../data/sets.ts'
import { createRandom, derive, uniform } from '../../math/random.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'
import { parameterRecord } from '../../network/parameters.ts'
import { pixelCount, training } from '../../network/spec.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import type { BackendName, BackendTrial, Command, Report, RunSettings } from '../../protocol/messages.ts'
import type { StepFlow } from '../../protocol/record.ts'
import type { Batch, Trainer } from '../../training/trainer.ts'
import type { OpenBackend } from '../backends.ts'
import { createTurn } from '../loop.ts'
import type { WorkshopTools } from '../tools.ts'
import { createWorkshop } from '../workshop.ts'

export const standardSettings: RunSettings = { seed: 7, stepLimit: 250, backend: 'auto', gentle: false }

export const measuredTrials: readonly BackendTrial[] = [
  { backend: 'wasm', outcome: 'measured', msPerImage: 4, threads: 2 },
  { backend: 'webgl', outcome: 'measured', msPerImage: 1, threads: 1 },
  { backend: 'webgpu', outcome: 'unavailable', reason: 'none' },
]

function split(count: number): LabelledImages {
  return {
    imagesNHW: new Uint8Array(count * pixelCount).map((_, i) => Math.floor(i / pixelCount) % 256),
    labels: new Uint8Array(count).map((_, i) => i % 10),
  }
}

export const someDigits: Dataset = {
  source: 'built-in',
  splits: { train: split(60), validation: split(0), test: split(250) },
}

/** What a test can do to the stand-ins, and what it sees of them. */
export type Bench = {
  readonly send: (command: Command) => void
  readonly reports: Report[]
  /** What was done, in order: `step 3`, `taps 3`, `evaluate 3`. */
  readonly done: string[]
  /** Throw in the step with this number on this backend; once. */
  failAt: { backend: BackendName; step: number; how: 'throw' | 'hang' | 'nan' } | null
  /** Throw when the network is read on this backend. */
  failReadOn: BackendName | null
  /** How long reading everything takes, and at which steps it was read. */
  readMs: number
  readonly reads: number[]
  /** Called before each step: the place to send a command "during" it. */
  duringStep: (step: number) => void
  /** Called with the batch of each step. */
  duringBatch: (step: number, batch: Batch) => void
  /** Throw in this piece (1, 2, 3) of the summary of this step; once. */
  failExamineAt: { readonly step: number; readonly piece: number } | null
  /** Steps whose update was to be traced. */
  readonly traced: number[]
  refuses: readonly BackendName[]
  readonly measurements: number
  readonly until: (condition: () => boolean, what: string) => Promise<void>
  readonly last: <Type extends Report['type']>(type: Type) => Extract<Report, { type: Type }> | undefined
  readonly all: <Type extends Report['type']>(type: Type) => Extract<Report, { type: Type }>[]
}

/** Of all benches: the runs of two workers have different names. */
let runs = 0

export function createBench({ records = true }: { readonly records?: boolean } = {}): Bench {
  let lose: (reason: string) => void = () => {}
  let now = 0
  let measurements = 0
  const reports: Report[] = []
  const done: string[] = []

  function openBackend(name: BackendName): Promise<OpenBackend> {
    if (bench.refuses.includes(name)) return Promise.reject(new Error('refused'))
    current = name
    const loss = new AbortController()
    lose = (reason) => loss.abort(reason)
    return Promise.resolve({
      name,
      threads: name === 'wasm' ? 2 : 1,
      kernels: name === 'wasm' ? 'simd' : null,
      threadsBusyMs: () => [],
      giveWay: (gives) => done.push(gives ? 'give way' : 'take all'),
      lost: loss.signal,
      isLost: () => false,
      mayHang: true,
      close: () => {},
    })
  }
  let current: BackendName = 'cpu'

  /** The weight moves towards the mean of what it sees; the loss is its new value. The backend makes no difference. */
  function createTrainer(state: TrainerState): Trainer {
    let step = state.step
    let weight = state.parameters['fc2/bias'][0]!
    const random = createRandom(state.dropout)
    return {
      stepCount: () => step,
      async step(batch, wishes) {
        bench.duringStep(step + 1)
        bench.duringBatch(step + 1, batch)
        done.push(`step ${step + 1}`)
        const failing =
          bench.failAt?.backend === current && bench.failAt.step === step + 1 ? bench.failAt.how : null
        if (failing) bench.failAt = null
        if (failing === 'throw') throw new Error('out of memory')
        if (failing === 'hang') {
          lose('device lost')
          return new Promise(() => {})
        }
        now += bench.done.lastIndexOf('give way') > bench.done.lastIndexOf('take all') ? 30 : 10
        step++
        if (wishes?.trace) bench.traced.push(step)
        const noise = uniform(random)
        // As single precision as the weights of a checkpoint.
        weight = Math.fround(weight + 0.1 * (batch.imagesNHW[0]! + noise - weight))
        const loss = failing === 'nan' ? Number.NaN : weight
        return {
          loss,
          batchAccuracy: 0.5,
          lossesN: Float32Array.of(loss / 2, (3 * loss) / 2),
          answersN: Uint8Array.of(0, 0),
          flow: wishes?.flow ? flowOf(step, loss) : null,
          trace: null,
          ...(wishes?.dissect && {
            dissection: {
              seen: {
                parameters: parameterRecord(() => Float32Array.of(weight)),
                batch,
                dropoutMask: new Float32Array(),
              },
              planes: [{ name: 'fc2/bias/after', shape: [1], values: Float32Array.of(weight) }] as const,
              sizes: parameterRecord(() => ({ gradient: 1, update: 1, weights: 1 })),
            },
          }),
        }
      },
      read() {
        if (bench.failReadOn === current) return Promise.reject(new Error('device lost'))
        bench.reads.push(step)
        now += bench.readMs
        const parameters = { ...state.parameters, 'fc2/bias': Float32Array.of(weight) }
        return Promise.resolve({ ...state, step, parameters, dropout: random.state() })
      },
      // Copies, as the real one makes: the keeper gets them for good.
      readParameters: () =>
        Promise.resolve(structuredClone({ ...state.parameters, 'fc2/bias': Float32Array.of(weight) })),
      taps(_imageHW, taps: readonly PlaneName[]) {
        done.push(`taps ${step}`)
        const values = Float32Array.from(taps, () => weight)
        return Promise.resolve({
          values,
          planes: taps.map((tap, offset) => ({ tap, shape: [1], offset })),
        })
      },
      evaluate(_images, labels) {
        done.push(`evaluate ${step}`)
        now += 1
        // Always answers 0, and is as sure of it as the image's place in the slice says.
        return Promise.resolve({
          correct: labels.filter((label) => label === 0).length,
          lossesN: new Float64Array(labels.length).fill(2),
          lossSum: 2 * labels.length,
          answers: new Uint8Array(labels.length),
          probabilities: new Float32Array(labels.length * 10).map((_, i) => (i % 10 === 0 ? i / 2500 : 0)),
        })
      },
      lookAgain: (_seen, place) => {
        done.push(`look ${place}`)
        return Promise.resolve([{ name: 'fc2', shape: [1], values: Float32Array.of(place) }])
      },
      examine(_images, looks) {
        done.push(`examine ${step}`)
        const pieces = done.filter((what) => what === `examine ${step}`).length
        if (bench.failExamineAt?.step === step && bench.failExamineAt.piece === pieces) {
          bench.failExamineAt = null
          return Promise.reject(new Error('device lost'))
        }
        now += 1
        const found = Object.entries(looks).map(([tap, look]) => [tap, look(Float32Array.of(0, weight))])
        return Promise.resolve(Object.fromEntries(found))
      },
      dispose: () => {},
    }
  }

  const tools: WorkshopTools = {
    records,
    openBackend,
    createTrainer,
    startTrials: () => {
      measurements++
      return { loaded: Promise.resolve(), measure: () => Promise.resolve(measuredTrials.slice(1)) }
    },
    timeSteps: () => Promise.resolve(4),
    post: (report) => reports.push(report),
    nowMs: () => now,
    newRunId: () => `run-${++runs}`,
    turn: createTurn(),
    initialState: (seed) => ({
      step: 0,
      parameters: parameterRecord(() => Float32Array.of(10)),
      firstMoments: parameterRecord(() => Float32Array.of(0)),
      secondMoments: parameterRecord(() => Float32Array.of(0)),
      dropout: derive(seed, 'dropout'),
    }),
    loadDigits: async (request, { onProgress }) => {
      onProgress({ source: 'built-in', done: 1, total: 2, unit: 'digits' })
      if (request.kind === 'files') throw new Error('bad files')
      return { dataset: someDigits, passedOver: null }
    },
    problemOf: () => ({ code: 'file-empty', file: 'x' }),
    firstBatches: (_train, seed) => batchesFrom({ seed, imagesDrawn: 0 }),
    batchesFrom: (_train, state) => batchesFrom(state),
  }

  /** Images of one pixel that follows from seed and place alone. */
  function batchesFrom({ seed, imagesDrawn: start }: BatchesState) {
    let imagesDrawn = start
    return {
      nextBatch() {
        const random = createRandom(derive(seed, `batch ${imagesDrawn}`))
        imagesDrawn += training.batchSize
        return {
          imagesNHW: Float32Array.of(uniform(random)),
          labels: Uint8Array.of(0, 1),
          indices: Uint32Array.of(0, 1),
        }
      },
      state: () => ({ seed, imagesDrawn }),
    }
  }

  const workshop = createWorkshop(tools)
  let crash: unknown = null
  workshop.work().catch((error: unknown) => {
    crash = error
  })

  const bench: Bench = {
    send: workshop.receive,
    reports,
    done,
    failAt: null,
    failReadOn: null,
    readMs: 0,
    reads: [],
    duringStep: () => {},
    duringBatch: () => {},
    failExamineAt: null,
    traced: [],
    refuses: [],
    get measurements() {
      return measurements
    },
    async until(condition, what) {
      const limitMs = Date.now() + 4000
      while (!condition()) {
        if (crash) throw crash
        if (Date.now() > limitMs) throw new Error(`never: ${what}`)
        await new Promise((resolve) => setTimeout(resolve))
      }
    },
    last: (type) => bench.all(type).at(-1),
    all: (type) =>
      reports.filter((report): report is Extract<Report, { type: typeof type }> => report.type === type),
  }
  return bench
}

/** A bench whose run is ready to train. */
export async function readyBench(settings: Partial<RunSettings> = {}, bench = createBench()): Promise<Bench> {
  bench.send({ type: 'open', settings: { ...standardSettings, ...settings }, remembered: null })
  bench.send({ type: 'load-data', request: { kind: 'built-in' } })
  await bench.until(() => bench.last('status')?.status === 'ready', 'ready')
  return bench
}

function flowOf(step: number, size: number): StepFlow {
  const sizes = parameterRecord(() => size)
  return { step, gradients: sizes, updates: sizes, weights: sizes }
}
