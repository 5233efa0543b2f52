import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'answer',
  title: { de: 'Antwort', en: 'Answer' },
  stage: 'answer',
  compared: 'with-difference',
  taps: ['fc2', 'softmax'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
