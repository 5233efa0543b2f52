/** The two languages of the page, and which one a visitor gets first. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]

/** A text that exists in both languages. */
export type InBothLanguages<Text = string> = { readonly [L in Language]: Text }

export function isLanguage(value: unknown): value is Language {
  return value === 'de' || value === 'en'
}

/** German if the browser prefers it to English; English for everybody else. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage)
  return first ?? 'en'
}
