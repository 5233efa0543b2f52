import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'dropout',
  title: { de: 'Dropout', en: 'Dropout' },
  stage: 'fc1',
  compared: 'with-difference',
  taps: ['fc1', 'dropout'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
