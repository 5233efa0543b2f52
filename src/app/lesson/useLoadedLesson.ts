/** Loads the parts of a lesson; the one before stays on the screen until the new one is whole. */
import type { MDXContent } from 'mdx/types'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import type { Language } from '../../i18n/language.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Question } from '../../lessons/question.ts'
import type { Reading } from '../../lessons/reading.ts'

export type LoadedLesson = {
  readonly lesson: Lesson
  readonly language: Language
  readonly Figure: ComponentType
  readonly Text: MDXContent
  readonly question: Question
  readonly reading: readonly Reading[]
  /** What the text is written with; loaded with the first text. */
  readonly parts: typeof import('./textParts.ts')
}

export function useLoadedLesson(
  lesson: Lesson,
  language: Language,
): { readonly loaded: LoadedLesson | null; readonly failed: boolean; readonly retry: () => void } {
  const [loaded, setLoaded] = useState<LoadedLesson | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to load again
  useEffect(() => {
    let wanted = true
    setFailed(false)
    Promise.all([
      lesson.figure(),
      lesson.text[language](),
      lesson.question(),
      lesson.reading(),
      import('./textParts.ts'),
    ]).then(
      ([{ Figure }, { default: Text }, { question }, { reading }, parts]) => {
        if (wanted) setLoaded({ lesson, language, Figure, Text, question, reading, parts })
      },
      () => {
        if (wanted) setFailed(true)
      },
    )
    return () => {
      wanted = false
    }
  }, [lesson, language, attempt])

  return { loaded, failed, retry }
}
