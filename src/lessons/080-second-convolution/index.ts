import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'second-convolution',
  title: { de: 'Zweite Faltung', en: 'Second convolution' },
  stage: 'conv2',
  compared: 'with-difference',
  taps: ['pool1', 'conv2/weights', 'conv2/bias', 'conv2/pre'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
