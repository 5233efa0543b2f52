import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'instruments',
  title: { de: 'Instrumente', en: 'Instruments' },
  stage: 'all',
  compared: 'side-by-side',
  taps: [],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
