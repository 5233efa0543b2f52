/** One evaluation, slice by slice: counts what the network answers. Pure. */
import { wilsonInterval } from '../math/wilson.ts'
import { classCount } from '../network/spec.ts'
import type { Answers, Evaluation } from '../protocol/evaluation.ts'
import type { SliceEvaluation } from '../training/reading.ts'

/** Images in a slice, where these take no longer than a training step does: then more would bring nothing. */
const largestSlice = 100
/** Of the first slice, while nobody knows how long an image takes. */
const firstSlice = 25
/** Before the first step, this is how long a slice may hold up a frame or the first step. */
const startSliceMs = 100

/**
 * Images in the next slice: whoever waits for a frame or a pause waits for a slice, so it takes no longer than a step.
 * Whole fractions of the largest slice, because GPUs compile new shaders for each size.
 */
export function nextSlice(msPerImage: number | null, msPerStep: number | null): number {
  if (msPerImage === null) return firstSlice
  let images = largestSlice
  while (images > 1 && images * msPerImage > (msPerStep ?? startSliceMs)) images = Math.floor(images / 2)
  return images
}
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
  /** Slice by slice. */
  readonly answers: readonly Answers[]
}

export const emptyTally: Tally = {
  n: 0,
  correct: 0,
  lossSum: 0,
  confusion: new Array<number>(classCount * classCount).fill(0),
  mistakes: [],
  answers: [],
}

/** Adds the answers to the images from index `tally.n` on, whose right classes are `labels`. */
export function withSlice(tally: Tally, slice: SliceEvaluation, labels: Uint8Array): Tally {
  const confusion = [...tally.confusion]
  const mistakes = [...tally.mistakes]
  for (const [i, label] of labels.entries()) {
    const answer = slice.answers[i]!
    confusion[label * classCount + answer]!++
    if (answer === label) continue
    const best = mostProbable(slice.probabilities.subarray(i * classCount, (i + 1) * classCount))
    const probability = slice.probabilities[i * classCount + answer]!
    mistakes.push({ index: tally.n + i, label, answer, probability, best })
  }
  return {
    n: tally.n + labels.length,
    correct: tally.correct + slice.correct,
    lossSum: tally.lossSum + slice.lossSum,
    confusion,
    mistakes: mistakes.sort((one, other) => other.probability - one.probability).slice(0, mistakeLimit),
    answers: [...tally.answers, answersOf(slice, labels)],
  }
}

function mostProbable(probabilities: Float32Array): Mistake['best'] {
  return [...probabilities]
    .map((probability, digit) => ({ digit, probability }))
    .sort((one, other) => other.probability - one.probability)
    .slice(0, 3)
}

function answersOf({ answers, probabilities }: SliceEvaluation, labels: Uint8Array): Answers {
  const of = (classes: Uint8Array) =>
    Float32Array.from(classes, (digit, i) => probabilities[i * classCount + digit]!)
  return { labelsN: labels.slice(), answersN: answers.slice(), answeredN: of(answers), ofLabelN: of(labels) }
}

function joined(slices: readonly Answers[]): Answers {
  const bytes = (part: 'labelsN' | 'answersN') => Uint8Array.from(slices.flatMap((slice) => [...slice[part]]))
  const floats = (part: 'answeredN' | 'ofLabelN') =>
    Float32Array.from(slices.flatMap((slice) => [...slice[part]]))
  return {
    ...{ labelsN: bytes('labelsN'), answersN: bytes('answersN') },
    ...{ answeredN: floats('answeredN'), ofLabelN: floats('ofLabelN') },
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
    answers: joined(tally.answers),
  }
}
