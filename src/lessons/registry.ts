/** All lessons, found by their folders and in the order of the folders' names. */
import type { Lesson, LessonId } from './lesson.ts'

const modules = import.meta.glob<{ lesson: Lesson }>('./*/index.ts', { eager: true })

export const lessons: readonly Lesson[] = Object.keys(modules)
  .sort()
  .map((path) => modules[path].lesson)

/** The lesson with this id, or null when there is none. */
export function lessonWithId(id: string): Lesson | null {
  return lessons.find((lesson) => lesson.id === (id as LessonId)) ?? null
}
