import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'filters',
  title: { de: 'Filter', en: 'Filters' },
  stage: 'conv1',
  compared: 'with-difference',
  taps: ['conv1/weights', 'first/conv1/weights'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
