import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'accuracy',
  title: { de: 'Genauigkeit', en: 'Accuracy' },
  stage: 'answer',
  compared: 'side-by-side',
  taps: [],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
