/** The contract of what a lesson recommends: two or three good things, opened only by a click. */
import type { InBothLanguages, Language } from '../i18n/language.ts'

export type Reading = {
  /** In its own language. */
  readonly title: string
  readonly author: string
  readonly kind: 'article' | 'video' | 'paper' | 'book'
  readonly language: Language
  /** `https` only. */
  readonly url: string
  /** What one finds there that this lesson does not have, in one line. */
  readonly why: InBothLanguages
}
