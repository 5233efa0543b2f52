/** Words and numbers for pictures, in the language of the page. */
import { useMemo } from 'react'
import { formatOf } from '../i18n/format.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { figureWords } from './words.ts'

/** `number(0.8937, 3)` is `0,894` on a German page. */
export type NumberText = (value: number, decimals?: number) => string

export function useFigureWords() {
  const language = useLanguage()
  return useMemo(() => {
    const format = formatOf(language)
    const number: NumberText = (value, decimals = 0) => format.decimal(value, decimals)
    const percent: NumberText = (value, decimals = 1) => format.percent(value, decimals)
    return { language, words: figureWords[language], number, percent }
  }, [language])
}
