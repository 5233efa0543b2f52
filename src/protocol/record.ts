/** What a run writes down while it learns: shown by its instruments, and handed to TensorBoard. Types only: plain data. */
import type { ParameterName, TapName } from '../network/spec.ts'
import type { Evaluation } from './evaluation.ts'
import type { BackendName, DataSource, KernelBuild, RunSettings, StepRecord } from './messages.ts'

/** Mean, population standard deviation, extremes, in which bins the values lie, and the values below which a share lies. */
export type Distribution = {
  readonly count: number
  readonly mean: number
  readonly deviation: number
  readonly min: number
  readonly max: number
  /** Bins of equal width from `min` to `max`; where all values are equal, one bin. They add up to `count`. */
  readonly bins: Uint32Array
  /** The values at 0, 7, 16, 31, 50, 69, 84, 93 and 100 % (`summaries/`): the edges of the bands. */
  readonly percentiles: Float32Array
}

/**
 * Pictures as bytes, in the order of the tap's own axes (`tapShapes`), or [n, 28, 28] for digits. Unsigned: byte / 255 ·
 * `limit` is the value. Signed: (byte − 128) / 127 · `limit`, so that 128 is exactly zero. One `limit` for the whole layer.
 */
export type RecordedPictures = {
  readonly tap: TapName
  readonly shape: readonly number[]
  readonly bytes: Uint8Array
  readonly limit: number
  readonly isSigned: boolean
}

/** Taps whose values over many images are summed up: activations and logits. */
export type ActivationTap = 'conv1' | 'conv2' | 'fc1' | 'fc2'
/** Taps recorded as pictures for one digit. */
export type PicturedTap = 'conv1' | 'pool1' | 'conv2' | 'pool2'

/** What the network of a step, with keep_prob 1, makes of some images of one split. */
export type SplitSummary = {
  /** The first ten of these images, [10, 28, 28], their places in the split and their labels. */
  readonly digits: RecordedPictures
  readonly indices: Uint32Array
  readonly labels: Uint8Array
  /** Maps of the first of them. */
  readonly maps: Readonly<Record<PicturedTap, RecordedPictures>>
  /** Over all `images` images. */
  readonly images: number
  readonly activations: Readonly<Record<ActivationTap, Distribution>>
}

/** Written at step 0, every 100 steps and at the end, after `step` updates. */
export type Summary = {
  readonly step: number
  /** Milliseconds since 1970. */
  readonly wallMs: number
  readonly variables: Readonly<Record<ParameterName, Distribution>>
  readonly filters: Readonly<Record<'conv1/weights' | 'conv2/weights', RecordedPictures>>
  /** The batch of this step; at step 0 the one that the first update will see. */
  readonly train: SplitSummary
  /** The first test images: always the same ones. */
  readonly test: SplitSummary
  /** Of the update that led here, where it was traced. */
  readonly trace: StepTrace | null
}

/** Root mean squares over all values of a variable, of the update that led to `step`. */
export type StepFlow = {
  readonly step: number
  readonly gradients: Readonly<Record<ParameterName, number>>
  /** What Adam added to the weights. */
  readonly updates: Readonly<Record<ParameterName, number>>
  /** The weights after it. */
  readonly weights: Readonly<Record<ParameterName, number>>
}

/** What a time was taken with: a timestamp query of the GPU, or the clock while waiting for the end of each operation. */
export type TraceClock = 'gpu-timestamps' | 'waiting' | 'synchronous'

export type TracedOperation = {
  /** The node of `network/graph.ts` whose output it writes. */
  readonly node: string
  /** Nodes computed with it, which have no operation of their own. */
  readonly swallowed: readonly string[]
  /** The kernel that did it, as tfjs calls it. */
  readonly kernel: string
  readonly phase: 'forward' | 'backward' | 'update'
  /** Since the step began. */
  readonly startMs: number
  readonly durationMs: number
  readonly outputShape: readonly number[]
  /** Of what it wrote. */
  readonly bytes: number
}

/** One real update of the run, operation by operation. */
export type StepTrace = {
  readonly step: number
  readonly backend: BackendName
  readonly clock: TraceClock
  /** The whole step. What its operations do not account for is the remainder. */
  readonly stepMs: number
  /** The most memory that tensors took at once during the step, in bytes. */
  readonly peakBytes: number
  readonly operations: readonly TracedOperation[]
}

/** Everything that is kept of a run, for the instruments and for export. */
export type RunRecord = {
  /** As in `status`: grows with each start over. */
  readonly run: number
  readonly settings: RunSettings
  readonly backend: BackendName | null
  readonly threads: number
  readonly kernels: KernelBuild | null
  readonly source: DataSource | null
  readonly history: readonly StepRecord[]
  readonly evaluations: readonly Evaluation[]
  readonly summaries: readonly Summary[]
  readonly flows: readonly StepFlow[]
}
