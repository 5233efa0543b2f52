/** The contract of a lesson; README.md beside this file says how to add one. Types and ids only. */

import type { MDXContent } from 'mdx/types'
import type { ComponentType } from 'react'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { Question } from './question.ts'
import type { Reading } from './reading.ts'

/** In reading order. Ids are parts of addresses and stay stable. */
export const lessonIds = [
  'overview',
  'digits',
  'pixels',
  'filters',
  'convolution',
  'relu',
  'pooling',
  'second-convolution',
  'second-pooling',
  'fully-connected',
  'answer',
  'dropout',
  'loss',
  'learning',
  'accuracy',
  'instruments',
  'your-digit',
] as const

export type LessonId = (typeof lessonIds)[number]

/** The part of the ribbon a lesson belongs to; `all` lights the whole network, `none` nothing. */
export type RibbonStage =
  | 'input'
  | 'conv1'
  | 'pool1'
  | 'conv2'
  | 'pool2'
  | 'fc1'
  | 'fc2'
  | 'answer'
  | 'all'
  | 'none'

/** Whether and how the figure of a lesson can be compared at two steps or of two runs, side by side. */
export type Compared =
  /** Its parts marked `difference` can show B − A as well. */
  | 'with-difference'
  | 'side-by-side'
  /** Training does not change it. */
  | 'always-the-same'
  /** It shows what happens at this moment. */
  | 'only-now'

export function canCompare({ compared }: Pick<Lesson, 'compared'>): boolean {
  return compared === 'with-difference' || compared === 'side-by-side'
}

export type Lesson = {
  readonly id: LessonId
  /** Short, for the menu and the title of the page. */
  readonly title: { readonly de: string; readonly en: string }
  readonly stage: RibbonStage
  readonly compared: Compared
  /** What every frame must hold while this lesson is open. */
  readonly taps: readonly PlaneName[]
  /** The interactive part; it finds the run through `useRunHandle()` and `useRun()`. */
  readonly figure: () => Promise<{ readonly Figure: ComponentType }>
  /** The text beside it: one `#` heading, then at most 200 words. */
  readonly text: {
    readonly de: () => Promise<{ readonly default: MDXContent }>
    readonly en: () => Promise<{ readonly default: MDXContent }>
  }
  /** What the text asks where it says `<Question />`. */
  readonly question: () => Promise<{ readonly question: Question }>
  /** Two or three good things to read or watch on. */
  readonly reading: () => Promise<{ readonly reading: readonly Reading[] }>
}
