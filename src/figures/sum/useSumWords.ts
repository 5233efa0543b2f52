/** Words and numbers of the panel. All sums are printed with the same decimals. */
import { useMemo } from 'react'
import { useFigureWords } from '../useFigureWords.ts'
import { sumWords } from './words.ts'

export const decimals = 3
/** What fits into a cell of a number grid. */
export const cellDecimals = 2

export function useSumWords() {
  const { language, words: common, number, percent } = useFigureWords()
  return useMemo(() => {
    const words = sumWords[language]
    const print = (value: number) => number(value, decimals)
    const rounding = (gap: number) => (gap === 0 ? '' : words.rounding(number(gap, decimals)))
    return { words, common, number, percent, print, rounding }
  }, [language, common, number, percent])
}
