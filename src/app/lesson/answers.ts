/** What the visitor has answered, kept on this device. Storage can be forbidden or full: then it lasts for the visit. */
import { createStore } from 'zustand/vanilla'
import { recall, remember } from '../remember.ts'

/** One answer, with the right one of that moment where it depends on the run. */
export type Answer = {
  /** The id of an option, a number, or a place in a picture. */
  readonly given: string | number | readonly [map: number, row: number, column: number]
  readonly right: boolean
  readonly truth?: number
}

export type Answers = Readonly<Record<string, Answer>>

export const answers = createStore<{ readonly byLesson: Answers }>(() => ({
  byLesson: parseAnswers(recall('answers')),
}))

answers.subscribe(({ byLesson }) => remember('answers', JSON.stringify(byLesson)))

export function keepAnswer(lesson: string, answer: Answer): void {
  answers.setState(({ byLesson }) => ({ byLesson: { ...byLesson, [lesson]: answer } }))
}

/** Forgets the answer of one lesson, or all. */
export function forgetAnswers(lesson?: string): void {
  answers.setState(({ byLesson }) => {
    const { [lesson ?? '']: _, ...others } = byLesson
    return { byLesson: lesson === undefined ? {} : others }
  })
}

/** What of a stored text is answers; the rest counts as never said. */
export function parseAnswers(text: string | null): Answers {
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, answer]) => isAnswer(answer)))
  } catch {
    return {}
  }
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false
  const { given, right, truth } = value as Partial<Record<keyof Answer, unknown>> // Its parts are checked here.
  const isPlace = Array.isArray(given) && given.length === 3 && given.every(Number.isInteger)
  const isGiven = typeof given === 'string' || Number.isFinite(given) || isPlace
  return isGiven && typeof right === 'boolean' && (truth === undefined || Number.isFinite(truth))
}
