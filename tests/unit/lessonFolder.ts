/** Where a lesson lies. */
import { readdirSync } from 'node:fs'
import type { LessonId } from '../../src/lessons/lesson.ts'

const lessons = new URL('../../src/lessons/', import.meta.url)
const folders = readdirSync(lessons).filter((name) => /^\d{3}-/.test(name))

/** The folder of a lesson. */
export function folderOf(id: LessonId): URL {
  return new URL(`${folders.find((name) => name.slice(4) === id)}/`, lessons)
}
