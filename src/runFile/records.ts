/** Checks of what a run has written down. Shapes are held against the network's: figures rely on them. */
import { sizeOf } from '../math/plane.ts'
import { parameterNames, pixelCount, type TapName, tapNames, tapShapes, training } from '../network/spec.ts'
import type { Answers, Evaluation } from '../protocol/evaluation.ts'
import type { StepRecord } from '../protocol/messages.ts'
import type {
  ActivationTap,
  Distribution,
  RecordedPictures,
  SplitSummary,
  StepFlow,
  StepTrace,
  Summary,
  TracedOperation,
} from '../protocol/record.ts'
import type { SnapshotBatch } from '../protocol/tape.ts'
import {
  block,
  byName,
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
import { anyStep, backendName } from './manifest.ts'
import { NotPlain } from './plainBytes.ts'

const mostImages = 1_000_000
const count = whole(0, Number.MAX_SAFE_INTEGER)
const shape = list(whole(0, 1_000_000), 8)
const digit = whole(0, 9)
const sameLength = (...blocks: readonly { readonly length: number }[]) => {
  if (new Set(blocks.map(({ length }) => length)).size > 1) throw new NotPlain('lengths')
}

export const stepRecords = list(
  fields<StepRecord>({ step: anyStep, loss: number, batchAccuracy: number }),
  1_000_000,
)

const answers: Check<Answers> = (value) => {
  const images = { count: null, most: mostImages }
  const found = fields<Answers>({
    labelsN: block(Uint8Array, images),
    answersN: block(Uint8Array, images),
    answeredN: block(Float32Array, images),
    ofLabelN: block(Float32Array, images),
  })(value)
  sameLength(...Object.values(found))
  return found
}

const evaluation = fields<Evaluation>({
  step: anyStep,
  n: whole(0, mostImages),
  correct: whole(0, mostImages),
  accuracy: finite,
  loss: number,
  interval: (value) => {
    const [low, high] = list(finite, 2)(value)
    if (low === undefined || high === undefined) throw new NotPlain('interval')
    return [low, high]
  },
  trainAccuracy: orNull(number),
  confusion: (value) => {
    const counts = list(whole(0, mostImages), 100)(value)
    if (counts.length !== 100) throw new NotPlain('confusion')
    return counts
  },
  mistakes: list(
    fields({
      index: whole(0, 100_000_000),
      label: digit,
      answer: digit,
      probability: number,
      best: list(fields({ digit, probability: number }), 10),
    }),
    1000,
  ),
  answers: optional(answers) as Check<Answers>, // `fields` leaves out what is missing
})
export const evaluations = list(evaluation, 100_000)

const sizes = byName(parameterNames, number)
export const flows = list(
  fields<StepFlow>({ step: anyStep, gradients: sizes, updates: sizes, weights: sizes }),
  1_000_000,
)

const distribution = fields<Distribution>({
  count,
  mean: number,
  deviation: number,
  min: number,
  max: number,
  bins: block(Uint32Array, { count: null, most: 1000 }),
  percentiles: block(Float32Array, { count: 9 }),
})

const pictures =
  (wanted: TapName, shapeOf: (found: readonly number[]) => readonly number[]): Check<RecordedPictures> =>
  (value) => {
    const found = fields<RecordedPictures>({
      tap: oneOf(...tapNames),
      shape,
      bytes: block(Uint8Array, { count: null, most: 1_000_000 }),
      limit: number,
      isSigned: truth,
    })(value)
    const expected = shapeOf(found.shape)
    const isRight = found.tap === wanted && String(found.shape) === String(expected)
    if (!isRight || found.bytes.length !== sizeOf(expected)) throw new NotPlain('pictures')
    return found
  }
const picturesOf = (tap: TapName) => pictures(tap, () => tapShapes[tap])

const activationTaps = ['conv1', 'conv2', 'fc1', 'fc2'] as const satisfies readonly ActivationTap[]

const splitSummary: Check<SplitSummary> = (value) => {
  const found = fields<SplitSummary>({
    digits: pictures('input', ([digits = 0]) => [Math.min(digits, 10), 28, 28]),
    indices: block(Uint32Array, { count: null, most: 10 }),
    labels: block(Uint8Array, { count: null, most: 10 }),
    maps: fields({
      conv1: picturesOf('conv1'),
      pool1: picturesOf('pool1'),
      conv2: picturesOf('conv2'),
      pool2: picturesOf('pool2'),
    }),
    images: whole(0, mostImages),
    activations: byName(activationTaps, distribution),
  })(value)
  sameLength({ length: found.digits.shape[0] ?? 0 }, found.indices, found.labels)
  return found
}

const operation = fields<TracedOperation>({
  node: text(200),
  swallowed: list(text(200), 100),
  kernel: text(200),
  phase: oneOf('forward', 'backward', 'update'),
  startMs: number,
  durationMs: number,
  outputShape: shape,
  bytes: count,
})

const trace = fields<StepTrace>({
  step: anyStep,
  backend: backendName,
  clock: oneOf('gpu-timestamps', 'waiting', 'synchronous'),
  stepMs: number,
  peakBytes: number,
  operations: list(operation, 1000),
})

/** What the last update saw, so that its batch can be shown again. */
export type Seen = { readonly seen: SnapshotBatch | null; readonly trace: StepTrace | null }

const batch: Check<SnapshotBatch> = (value) => {
  const images = { count: training.batchSize }
  return fields<SnapshotBatch>({
    indices: block(Uint32Array, images),
    imagesNHW: block(Uint8Array, { count: training.batchSize * pixelCount }),
    labels: block(Uint8Array, images),
    lossesN: block(Float32Array, images),
    answersN: block(Uint8Array, images),
    keep: finite,
  })(value)
}

export const seen = fields<Seen>({ seen: orNull(batch), trace: orNull(trace) })

export const summary = fields<Summary>({
  step: anyStep,
  wallMs: number,
  variables: byName(parameterNames, distribution),
  filters: fields({
    'conv1/weights': picturesOf('conv1/weights'),
    'conv2/weights': picturesOf('conv2/weights'),
  }),
  train: splitSummary,
  test: splitSummary,
  trace: orNull(trace),
})
