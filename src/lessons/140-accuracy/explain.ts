/** What the counts of an evaluation say. */
import { chanceOfDifference } from '../../math/chance.ts'
import { wilsonInterval } from '../../math/wilson.ts'
import { classCount } from '../../network/spec.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'

/** Counts `[label][answer]`: a row for each label. */
export function rowsOf(confusion: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: classCount }, (_, label) =>
    confusion.slice(label * classCount, (label + 1) * classCount),
  )
}

export type ClassResult = {
  readonly images: number
  readonly correct: number
  /** Share of right answers and its Wilson interval; null for a class without images. */
  readonly accuracy: number | null
  readonly interval: readonly [low: number, high: number] | null
}

export function classResults(confusion: readonly number[]): readonly ClassResult[] {
  return rowsOf(confusion).map((row, label) => {
    const images = row.reduce((sum, count) => sum + count, 0)
    const correct = row[label]
    if (images === 0) return { images, correct, accuracy: null, interval: null }
    return { images, correct, accuracy: correct / images, interval: wilsonInterval(correct, images) }
  })
}

export type MixUp = { readonly label: number; readonly answer: number; readonly count: number }

/** The largest count off the diagonal, the first of equals; a count of 0 where there is no mistake. */
export function largestMixUp(confusion: readonly number[]): MixUp {
  let largest: MixUp = { label: 0, answer: 1, count: 0 }
  for (const [place, count] of confusion.entries()) {
    const [label, answer] = [Math.floor(place / classCount), place % classCount]
    if (label !== answer && count > largest.count) largest = { label, answer, count }
  }
  return largest
}

/** A difference that people like to report. */
export const smallDifference = 0.001

export type Meaning = {
  /** Images that `smallDifference` amounts to. */
  readonly images: number
  /** From the lower to the upper end of the interval. */
  readonly width: number
  /** How often two networks that are equally good, tested on n images each, lie so far apart. */
  readonly chance: number
}

/** What a small difference of accuracies means at this one. */
export function meaningOf({ n, interval: [low, high] }: Evaluation): Meaning {
  return {
    images: smallDifference * n,
    width: high - low,
    // The middle of the interval: never 0 or 1, however few images there are.
    chance: chanceOfDifference((low + high) / 2, n, smallDifference),
  }
}
