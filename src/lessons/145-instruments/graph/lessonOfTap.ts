/** Where a tap is explained, and the address of that lesson. Pure. */
import type { TapName } from '../../../network/spec.ts'
import type { LessonId } from '../../lesson.ts'

export const lessonOfTap: Readonly<Record<TapName, LessonId>> = {
  input: 'pixels',
  'conv1/weights': 'filters',
  'conv1/bias': 'convolution',
  'conv1/pre': 'convolution',
  conv1: 'relu',
  pool1: 'pooling',
  'conv2/weights': 'second-convolution',
  'conv2/bias': 'second-convolution',
  'conv2/pre': 'second-convolution',
  conv2: 'second-convolution',
  pool2: 'second-pooling',
  'fc1/weights': 'fully-connected',
  'fc1/bias': 'fully-connected',
  'fc1/pre': 'fully-connected',
  fc1: 'fully-connected',
  dropout: 'dropout',
  'fc2/weights': 'answer',
  'fc2/bias': 'answer',
  fc2: 'answer',
  softmax: 'answer',
}

/** The same page at another lesson: what stands behind the question mark stays, but for places in this figure. */
export function hashOfLesson(hash: string, lesson: LessonId): string {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const language = path.split('/')[0] ?? ''
  const kept = new URLSearchParams(query)
  for (const place of ['at', 'sum', 'open']) kept.delete(place)
  const rest = kept.toString()
  return `#/${language}/${lesson}${rest ? `?${rest}` : ''}`
}
