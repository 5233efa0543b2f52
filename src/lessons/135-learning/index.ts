import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'learning',
  title: { de: 'Lernen', en: 'Learning' },
  stage: 'all',
  compared: 'only-now',
  taps: [],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
