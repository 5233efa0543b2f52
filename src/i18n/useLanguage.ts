/** The language of the page in React. The shell provides it; everything below reads it. */
import { createContext, useContext } from 'react'
import { type Format, formatOf } from './format.ts'
import type { Language } from './language.ts'
import { type Words, words } from './words.ts'

export const LanguageContext = createContext<Language>('en')

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The interface words in the language of the page. */
export function useWords(): Words {
  return words[useLanguage()]
}

/** The number formatter in the language of the page. */
export function useFormat(): Format {
  return formatOf(useLanguage())
}
