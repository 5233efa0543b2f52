import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'fully-connected',
  title: { de: 'Vollständig verbunden', en: 'Fully connected' },
  stage: 'fc1',
  compared: 'with-difference',
  taps: ['pool2', 'fc1', 'fc1/bias'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
