import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'pooling',
  title: { de: 'Max-Pooling', en: 'Max pooling' },
  stage: 'pool1',
  compared: 'with-difference',
  taps: ['input', 'conv1', 'pool1'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
