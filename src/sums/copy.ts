/** Sums to take along: into a message, a notebook, a console. */
import type { Language } from '../i18n/language.ts'
import { sumNumPy, sumTypeScript } from './copyCode.ts'
import { sumText } from './copyText.ts'
import type { Explanation } from './explanation.ts'

export const copyFormats = ['text', 'numpy', 'typescript'] as const
export type CopyFormat = (typeof copyFormats)[number]

export function copyOf(explanation: Explanation, format: CopyFormat, language: Language): string {
  switch (format) {
    case 'text':
      return sumText(explanation, language)
    case 'numpy':
      return sumNumPy(explanation, language)
    case 'typescript':
      return sumTypeScript(explanation, language)
    default:
      return format satisfies never
  }
}
