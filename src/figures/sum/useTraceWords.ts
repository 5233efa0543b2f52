import { useFigureWords } from '../useFigureWords.ts'
import { traceWords } from './traceWords.ts'
import { useSumWords } from './useSumWords.ts'

export function useTraceWords() {
  const { language } = useFigureWords()
  const { words, number, print } = useSumWords()
  return { words: traceWords[language], sumWords: words, number, print }
}
