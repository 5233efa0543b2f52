import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'pixels',
  title: { de: 'Pixel', en: 'Pixels' },
  stage: 'input',
  compared: 'always-the-same',
  taps: ['input'],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
