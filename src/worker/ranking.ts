/** From measured times to an order of backends. */
import type { BackendName, BackendTrial } from '../protocol/messages.ts'

/** Without a measurement: what works nearly everywhere first. A GPU may be a slow imitation in software. */
const usualOrder = ['wasm', 'webgl', 'webgpu', 'cpu'] as const satisfies readonly BackendName[]

/** All backends worth trying, the fastest measured first; those that do not exist here are left out. */
export function ranked(trials: readonly BackendTrial[]): readonly BackendName[] {
  const measured = trials
    .filter((trial) => trial.outcome === 'measured')
    .sort((one, other) => one.msPerImage - other.msPerImage)
    .map((trial) => trial.backend)
  const missing = trials.filter((trial) => trial.outcome === 'unavailable').map((trial) => trial.backend)
  return [...measured, ...usualOrder.filter((name) => !measured.includes(name) && !missing.includes(name))]
}

/** The same trials, corrected by what really happened when the backend was opened. */
export function withUnavailable(
  trials: readonly BackendTrial[],
  backend: BackendName,
  reason: string,
): readonly BackendTrial[] {
  return trials.map((trial) =>
    trial.backend === backend ? { backend, outcome: 'unavailable', reason } : trial,
  )
}

/** Floating-point operations of a training step, per image: 4.2 GFLOP for 50. */
const flopPerImage = 84e6
/** Rows, columns and depth of the product that a GPU has to show first. */
export const productSide = 512
/** Asking a GPU and reading the answer takes this long, however fast it computes. */
const roundTripMs = 5

/**
 * Whether a backend whose product of two matrices (`productSide` squared) took `productMs` cannot win: even if a training
 * step used it four times as well as this product does, it would lose against `msPerImageToBeat`. GPUs imitated in
 * software fail this by far, and would need seconds to show it with a step.
 */
export function cannotWin(productMs: number, msPerImageToBeat: number): boolean {
  const flopPerMsToBeat = flopPerImage / msPerImageToBeat
  return productMs > roundTripMs + (4 * 2 * productSide ** 3) / flopPerMsToBeat
}

/** Milliseconds of a training step with `batchSize` images. */
export type TimedBatch = { readonly batchSize: number; readonly ms: number }

/**
 * Milliseconds per image of a step with `standardBatch` images, from one or two tiny steps. A step costs a part
 * that does not depend on the batch (Adam, starting the kernels) and a part per image: the straight line through
 * two measured points gives both. With one point only, all of it counts per image: too much, never too little.
 */
export function msPerImageAt(standardBatch: number, small: TimedBatch, larger: TimedBatch | null): number {
  if (larger === null) return small.ms / small.batchSize
  const perImage = Math.max(0, (larger.ms - small.ms) / (larger.batchSize - small.batchSize))
  const fixed = Math.max(0, small.ms - perImage * small.batchSize)
  return perImage + fixed / standardBatch
}
