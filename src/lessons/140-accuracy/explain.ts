/** What the counts of an evaluation say. */
import { classCount } from '../../network/spec.ts'
import type { Evaluation } from '../../protocol/messages.ts'

/** Counts `[label][answer]`: a row for each label. */
export function rowsOf(confusion: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: classCount }, (_, label) =>
    confusion.slice(label * classCount, (label + 1) * classCount),
  )
}

/** Share of right answers among the images of each class; null for a class without images. */
export function classAccuracies(confusion: readonly number[]): readonly (number | null)[] {
  return rowsOf(confusion).map((row, label) => {
    const images = row.reduce((sum, count) => sum + count, 0)
    return images === 0 ? null : row[label] / images
  })
}

/** The largest count off the diagonal: the most frequent mix-up. */
export function largestMistake(confusion: readonly number[]): number {
  return confusion.reduce(
    (largest, count, i) => (i % (classCount + 1) === 0 ? largest : Math.max(largest, count)),
    0,
  )
}

export type AccuracyCurve = {
  readonly steps: readonly number[]
  readonly test: readonly number[]
  readonly train: readonly (number | null)[]
}

/** Accuracy at each step that was evaluated. */
export function accuracyCurve(evaluations: readonly Evaluation[]): AccuracyCurve {
  return {
    steps: evaluations.map(({ step }) => step),
    test: evaluations.map(({ accuracy }) => accuracy),
    train: evaluations.map(({ trainAccuracy }) => trainAccuracy),
  }
}
