import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'overview',
  title: { de: 'Überblick', en: 'Overview' },
  stage: 'all',
  taps: ['input', 'conv1', 'pool1', 'conv2', 'pool2', 'fc1', 'softmax'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
}
