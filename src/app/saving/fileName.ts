/** Names of files that every system can keep: `faltwerk-convolution-filter-der-ersten-faltung-schritt-20-de.png`. */
import type { Language } from '../../i18n/language.ts'

export type FileNameParts = {
  readonly lesson: string
  readonly what: string
  /** Null where the picture belongs to no step. */
  readonly step: number | null
  readonly language: Language
  readonly ending: 'png' | 'svg' | 'csv'
}

const stepWords = { de: 'schritt', en: 'step' } as const
const longestWhat = 60

export function fileNameOf({ lesson, what, step, language, ending }: FileNameParts): string {
  const parts = ['faltwerk', lesson, slugOf(what)]
  if (step !== null) parts.push(`${stepWords[language]}-${step}`)
  return `${[...parts, language].filter(Boolean).join('-')}.${ending}`
}

/** Lower-case letters, digits and single hyphens; German umlauts as people write them without. */
export function slugOf(text: string): string {
  const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  const slug = text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter])
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug.length <= longestWhat ? slug : slug.slice(0, longestWhat).replace(/-[^-]*$/, '')
}
