/** Single test images, from what was answered to each of them. */
import type { Answers } from '../../protocol/evaluation.ts'

export type AnsweredImage = {
  /** In the test set. */
  readonly index: number
  readonly label: number
  readonly answer: number
  /** Of the answer. */
  readonly probability: number
}

function imageAt({ labelsN, answersN, answeredN }: Answers, index: number): AnsweredImage {
  return { index, label: labelsN[index], answer: answersN[index], probability: answeredN[index] }
}

const bySureness = (one: AnsweredImage, other: AnsweredImage) => other.probability - one.probability

/** The images of a cell of the confusion matrix. Mistakes begin with the surest, right answers with the least sure. */
export function imagesOf(
  answers: Answers,
  { label, answer }: { readonly label: number; readonly answer: number },
): readonly AnsweredImage[] {
  const images: AnsweredImage[] = []
  for (const [index, one] of answers.labelsN.entries()) {
    if (one === label && answers.answersN[index] === answer) images.push(imageAt(answers, index))
  }
  images.sort(bySureness)
  return label === answer ? images.reverse() : images
}

export type Flip = AnsweredImage & { readonly before: number }
export type Flips = {
  /** Images that both evaluations checked: the first ones. */
  readonly compared: number
  /** The surest first. */
  readonly becameRight: readonly Flip[]
  readonly becameWrong: readonly Flip[]
  /** Answered wrongly before and now, but with another digit. */
  readonly stillWrong: number
}

/** What changed from one evaluation to a later one, over the images that both of them checked. */
export function flipsOf(before: Answers, now: Answers): Flips {
  const compared = Math.min(before.labelsN.length, now.labelsN.length)
  const changed: Flip[] = []
  for (let index = 0; index < compared; index++) {
    const image = imageAt(now, index)
    const answer = before.answersN[index]
    if (answer !== image.answer) changed.push({ ...image, before: answer })
  }
  changed.sort(bySureness)
  return {
    compared,
    becameRight: changed.filter(({ label, answer }) => answer === label),
    becameWrong: changed.filter(({ label, before }) => before === label),
    stillWrong: changed.filter(({ label, answer, before }) => answer !== label && before !== label).length,
  }
}
