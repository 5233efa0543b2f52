/** What there is to say about an answer. Pure. */
import type { InBothLanguages } from '../../i18n/language.ts'
import type { NumberQuestion, Question } from '../../lessons/question.ts'
import type { Frame } from '../../session/frames.ts'
import type { Answer } from './answers.ts'

export type Verdict = { readonly right: boolean; readonly feedback: InBothLanguages }

/** Null where the question has changed since, and the answer kept is none to it. */
export function verdictOn(question: Question, { given, right, truth }: Answer): Verdict | null {
  switch (question.kind) {
    case 'choice': {
      const option = question.options.find(({ id }) => id === given)
      return option ? { right: option.right, feedback: option.feedback } : null
    }
    case 'number': {
      if (typeof given !== 'number' || truth === undefined) return null
      const { tolerance, feedback } = question
      if (isNear(given, truth, tolerance)) return { right: true, feedback: feedback.right }
      return { right: false, feedback: given < truth ? feedback.tooLow : feedback.tooHigh }
    }
    case 'picture':
      if (typeof given !== 'object') return null
      return { right, feedback: right ? question.feedback.right : question.feedback.wrong }
    default:
      return question satisfies never
  }
}

/** The right number; of this frame, where it depends on one. Null while it is not known. */
export function truthOf({ answer }: NumberQuestion, frame: Frame | null): number | null {
  if (typeof answer === 'number') return answer
  return frame && answer(frame)
}

/** As people round: what they typed may be off by `tolerance`, and by what a binary fraction adds to it. */
function isNear(given: number, truth: number, tolerance: number): boolean {
  return Math.abs(given - truth) <= tolerance + 1e-9 * Math.max(1, Math.abs(truth))
}
