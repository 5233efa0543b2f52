import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'relu',
  title: { de: 'ReLU', en: 'ReLU' },
  stage: 'conv1',
  compared: 'with-difference',
  taps: ['input', 'conv1/pre', 'conv1'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
