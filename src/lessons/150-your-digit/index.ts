import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'your-digit',
  title: { de: 'Deine Ziffer', en: 'Your digit' },
  stage: 'all',
  compared: 'only-now',
  taps: ['softmax'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
