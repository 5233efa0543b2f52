import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'second-pooling',
  title: { de: 'Zweites Max-Pooling', en: 'Second max pooling' },
  stage: 'pool2',
  compared: 'with-difference',
  taps: ['input', 'conv1', 'pool1', 'conv2', 'pool2'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
