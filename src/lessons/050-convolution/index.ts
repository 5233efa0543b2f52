import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'convolution',
  title: { de: 'Faltung', en: 'Convolution' },
  stage: 'conv1',
  compared: 'with-difference',
  taps: ['input', 'conv1/weights', 'conv1/bias', 'conv1/pre'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
