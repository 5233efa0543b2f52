/** A number as people type it: with a decimal comma or point, thousands set apart, a percent sign or a real minus. */
import type { Language } from './language.ts'

/** What stands between thousands. `1,024` has a fraction in German and none in English; `0,982` has one in both. */
const grouped = {
  de: /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
  en: /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
} as const
const groupSign = { de: '.', en: ',' } as const

/** Null where it is none. */
export function parseNumber(text: string, language: Language): number | null {
  const plain = text
    .replace(/\s/g, '') // all kinds of spaces, the narrow ones too
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/%$/, '')
  const whole = grouped[language].test(plain) ? plain.replaceAll(groupSign[language], '') : plain
  const number = whole.replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : null
}
