/** From what the contenders answered to tables. */
import { digits, quantile, spread } from './rounds.mjs'

/** A training step of this network with 50 images, forward and backward. */
export const stepGflop = 4.2
/** Rounding in another order moves a loss of ten by less than this share. */
const tolerance = 1e-3

const msPerStepOf = ({ turns }) => turns.filter(({ steps }) => steps > 0).map(({ steps, ms }) => ms / steps)
const medianOf = (contender) => quantile(msPerStepOf(contender), 0.5)

/** Fastest first, what failed at the end. */
export function trainingTable(contenders, reference) {
  const measured = contenders.filter(({ failed, turns }) => !failed && turns.length > 0)
  const own = measured.filter(({ trainer }) => trainer === 'Faltwerk')
  const best = Math.min(...own.map(medianOf))
  const sorted = [...measured].sort((a, b) => medianOf(a) - medianOf(b))
  const rows = sorted.map((contender) => {
    const { trainer, backend, prepared, turns } = contender
    const { median, quartiles } = spread(msPerStepOf(contender))
    return {
      trainer,
      backend,
      threads: prepared.threads,
      optimizer: prepared.optimizer,
      msPerStep: median,
      quartiles,
      steps: turns.reduce((sum, { steps }) => sum + steps, 0),
      turns: turns.length,
      timesOurs: digits(medianOf(contender) / best),
      check: check(contender, reference),
    }
  })
  const failed = contenders.filter((contender) => !measured.includes(contender))
  return [
    ...rows,
    ...failed.map(({ trainer, backend, failed }) => ({ trainer, backend, check: `failed: ${failed}` })),
  ]
}

/** Same weights, same images: same loss. Who takes the same dropout is held to the loss of the first step. */
function check({ prepared, finished, failed }, reference) {
  if (!reference) return 'no reference'
  const { lossBefore, firstStepLoss } = prepared
  const pairs = [
    [lossBefore, reference.lossBefore],
    [prepared.hasSeededDropout ? firstStepLoss : undefined, reference.firstStepLoss],
  ].filter(([found]) => found !== undefined)
  const wrong = pairs.find(([found, expected]) => !(Math.abs(found / expected - 1) < tolerance))
  if (wrong) return `WRONG: loss ${wrong[0]} instead of ${wrong[1]}`
  const after = finished?.lossAfter
  if (!Number.isFinite(after)) return `no loss at the end${failed ? `: ${failed}` : ''}`
  if (lossBefore !== undefined && after >= lossBefore)
    return `WRONG: loss rose from ${lossBefore} to ${after}`
  return `loss ${digits(lossBefore ?? firstStepLoss)} as in math/, then ${digits(after)}`
}

export function limitTable(contenders) {
  return contenders.flatMap(({ backend, failed, prepared, turns }) => {
    if (failed) return [{ backend, product: `failed: ${failed}` }]
    const keys = turns[0].map(({ kind, threads }) => ({ kind, threads }))
    const rows = keys.map(({ kind, threads }, at) => {
      const { median, quartiles } = spread(turns.map((rates) => rates[at].gflops))
      const msPerStep = digits((stepGflop / median) * 1000)
      return {
        backend,
        product: kind,
        threads,
        gflops: median,
        quartiles,
        [`msFor${stepGflop}Gflop`]: msPerStep,
      }
    })
    if (prepared.missing) rows.push({ backend, product: `failed: ${prepared.missing}` })
    return rows
  })
}

/** The best median rate of the limit on this backend, in GFLOP/s; 0 where there is none. */
export function bestRate(contenders, backend) {
  const rates = limitTable(contenders).filter((row) => row.backend === backend && row.gflops)
  return Math.max(0, ...rates.map(({ gflops }) => gflops))
}

const phases = ['feeding', 'forward', 'backward', 'update', 'read-back']

/** Means of the steps that were neither quick nor slow: medians would not add up. */
export function kernelTable({ failed, finished }) {
  if (failed || !finished) return [{ phase: `failed: ${failed}` }]
  const { steps, parts } = finished
  const total = Object.values(finished.phases).reduce((sum, ms) => sum + ms, 0)
  const row = (phase, kernel, calls, ms) => ({
    phase,
    kernel,
    callsPerStep: calls === null ? null : digits(calls / steps),
    msPerStep: Number((ms / steps).toFixed(2)),
    share: `${((100 * ms) / total).toFixed(1)} %`,
  })
  const rows = phases.flatMap((phase) => {
    const ms = finished.phases[phase] ?? 0
    const own = parts.filter((part) => part.phase === phase).sort((a, b) => b.ms - a.ms)
    const shown = own.filter((part) => part.ms / total >= 0.005)
    const small = own.filter((part) => !shown.includes(part))
    const inKernels = own.reduce((sum, part) => sum + part.ms, 0)
    const smallMs = small.reduce((sum, part) => sum + part.ms, 0)
    const smallCalls = small.reduce((sum, { calls }) => sum + calls, 0)
    return [
      row(`**${phase}**`, '', null, ms),
      ...shown.map((part) => row('', part.kernel, part.calls, part.ms)),
      ...(smallCalls ? [row('', 'smaller kernels', smallCalls, smallMs)] : []),
      row('', 'everything else, outside of the kernels', null, ms - inKernels),
    ]
  })
  return [...rows, row('**one step**', '', null, total)]
}

export function batchSizeTable({ failed, turns }) {
  if (failed || turns.length === 0) return [{ batchSize: `failed: ${failed}` }]
  return turns[0].map(({ size }, at) => {
    const { median, quartiles } = spread(turns.map((rows) => rows[at].msPerStep))
    return {
      batchSize: size,
      msPerStep: median,
      quartiles,
      stepsPerSecond: digits(1000 / median),
      imagesPerSecond: Math.round((1000 * size) / median),
    }
  })
}
