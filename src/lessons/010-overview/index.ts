import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'overview',
  title: { de: 'Überblick', en: 'Overview' },
  stage: 'all',
  compared: 'with-difference',
  taps: ['input', 'conv1/pre', 'conv1', 'pool1', 'conv2/pre', 'conv2', 'pool2', 'fc1', 'fc2', 'softmax'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
