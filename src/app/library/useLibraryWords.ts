import { useLanguage } from '../../i18n/useLanguage.ts'
import { type LibraryWords, libraryWords } from './words.ts'

export function useLibraryWords(): LibraryWords {
  return libraryWords[useLanguage()]
}
