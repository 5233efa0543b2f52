/** One evaluation, slice by slice: counts what the network answers. Pure. */
import { wilsonInterval } from '../math/wilson.ts'
import { classCount } from '../network/spec.ts'
import type { Evaluation } from '../protocol/messages.ts'
import type { SliceEvaluation } from '../training/trainer.ts'

/** Few enough that a slice takes no longer than about a training step (a third of the work per image, twice the images). */
export const sliceSize = 100
/** Mistakes that are reported. */
const mistakeLimit = 100

/** The share of training time that evaluations may take; with more images than that allows, only the first ones. */
export const evaluationShare = 0.1

type Mistake = Evaluation['mistakes'][number]

export type Tally = {
  readonly n: number
  readonly correct: number
  readonly lossSum: number
  readonly confusion: readonly number[]
  readonly mistakes: readonly Mistake[]
}

export const emptyTally: Tally = {
  n: 0,
  correct: 0,
  lossSum: 0,
  confusion: new Array<number>(classCount * classCount).fill(0),
  mistakes: [],
}

/** Adds the answers to the images from index `tally.n` on, whose right classes are `labels`. */
export function withSlice(tally: Tally, slice: SliceEvaluation, labels: Uint8Array): Tally {
  const confusion = [...tally.confusion]
  const mistakes = [...tally.mistakes]
  for (const [i, label] of labels.entries()) {
    const answer = slice.answers[i]!
    confusion[label * classCount + answer]!++
    if (answer === label) continue
    const probability = slice.probabilities[i * classCount + answer]!
    mistakes.push({ index: tally.n + i, label, answer, probability })
  }
  return {
    n: tally.n + labels.length,
    correct: tally.correct + slice.correct,
    lossSum: tally.lossSum + slice.lossSum,
    confusion,
    mistakes: mistakes.sort((one, other) => other.probability - one.probability).slice(0, mistakeLimit),
  }
}

/** The finished evaluation of the weights after `step` updates; `tally.n` > 0. */
export function evaluationOf(tally: Tally, step: number, trainAccuracy: number | null): Evaluation {
  const { n, correct, lossSum, confusion, mistakes } = tally
  return {
    step,
    n,
    correct,
    accuracy: correct / n,
    loss: lossSum / n,
    interval: wilsonInterval(correct, n),
    trainAccuracy,
    confusion,
    mistakes,
  }
}
