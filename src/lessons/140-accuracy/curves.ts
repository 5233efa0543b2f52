/** Train and test accuracy as the rows of one chart. */
import { smoothed } from '../../math/smoothed.ts'
import { spreadPlaces } from '../../math/spread.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import type { StepRecord } from '../../protocol/messages.ts'

/** Of the smoothed curve: a batch counts 1/20, what was before 19/20. */
const memory = 0.95
export const smoothedSteps = Math.round(1 / (1 - memory))

/** A screen shows no more points than this. */
const pointLimit = 600

type Values = readonly (number | null)[]
export type AccuracyRows = {
  readonly steps: readonly number[]
  /** Of each batch, with dropout, as the update saw it. */
  readonly batch: Values
  readonly smooth: Values
  /** Of one batch without dropout, at evaluations. */
  readonly train: Values
  readonly test: Values
  readonly low: Values
  readonly high: Values
}

/** Over all steps that were evaluated, and as many others as a screen shows. */
export function accuracyRows(
  history: readonly StepRecord[],
  evaluations: readonly Evaluation[],
): AccuracyRows {
  const values = history.map(({ batchAccuracy }) => batchAccuracy)
  const averages = smoothed({ steps: history.map(({ step }) => step), values }, { memory })
  const batches = new Map<number, { readonly value: number; readonly average: number }>()
  for (const place of spreadPlaces(history.length, pointLimit)) {
    batches.set(history[place].step, { value: values[place], average: averages[place] })
  }
  const tests = new Map(evaluations.map((evaluation) => [evaluation.step, evaluation]))
  const steps = [...new Set([...batches.keys(), ...tests.keys()])].sort((one, other) => one - other)
  const ofBatch = (read: (batch: { value: number; average: number }) => number) =>
    steps.map((step) => {
      const batch = batches.get(step)
      return batch ? read(batch) : null
    })
  const ofTest = (read: (evaluation: Evaluation) => number | null) =>
    steps.map((step) => {
      const evaluation = tests.get(step)
      return evaluation ? read(evaluation) : null
    })
  return {
    steps,
    batch: ofBatch(({ value }) => value),
    smooth: ofBatch(({ average }) => average),
    train: ofTest(({ trainAccuracy }) => trainAccuracy),
    test: ofTest(({ accuracy }) => accuracy),
    low: ofTest(({ interval }) => interval[0]),
    high: ofTest(({ interval }) => interval[1]),
  }
}
