import { batchParts } from '../../network/derivedTaps.ts'
import type { Lesson } from '../lesson.ts'

export const lesson: Lesson = {
  id: 'loss',
  title: { de: 'Verlust', en: 'Loss' },
  stage: 'answer',
  compared: 'side-by-side',
  taps: ['fc2', 'softmax', ...batchParts.map((part) => `batch/${part}` as const)],
  figure: () => import('./Figure.tsx'),
  text: { de: () => import('./text.de.mdx'), en: () => import('./text.en.mdx') },
  question: () => import('./question.ts'),
  reading: () => import('./reading.ts'),
}
