/** Lessons whose texts have terms, looks, question, fold-outs and reading. In the end: all of them. */
import { readdirSync } from 'node:fs'
import type { LessonId } from '../../src/lessons/lesson.ts'

export const convertedLessons: readonly LessonId[] = [
  'overview',
  'digits',
  'pixels',
  'filters',
  'relu',
  'second-convolution',
  'second-pooling',
  'fully-connected',
  'answer',
  'dropout',
  'loss',
  'accuracy',
  'your-digit',
  'convolution',
  'pooling',
]

const lessons = new URL('../../src/lessons/', import.meta.url)
const folders = readdirSync(lessons).filter((name) => /^\d{3}-/.test(name))

/** The folder of a lesson. */
export function folderOf(id: LessonId): URL {
  return new URL(`${folders.find((name) => name.slice(4) === id)}/`, lessons)
}
