/** The lesson whose text is shown, for the parts that its text only names. */
import { createContext, useContext } from 'react'
import type { LoadedLesson } from './useLoadedLesson.ts'

export const LessonContext = createContext<LoadedLesson | null>(null)

export function useLesson(): LoadedLesson | null {
  return useContext(LessonContext)
}
