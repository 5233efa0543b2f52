/** Every term of the course: its word in both languages and what it means. Texts wrap it as `<Term id="…">`. */
import { networkTerms } from './glossary/network.ts'
import { trainingTerms } from './glossary/training.ts'
import type { InBothLanguages } from './language.ts'

export type Entry = InBothLanguages<readonly [word: string, definition: string]>

export const glossary = { ...networkTerms, ...trainingTerms } as const
export type TermId = keyof typeof glossary

export function isTermId(id: string): id is TermId {
  return Object.hasOwn(glossary, id)
}
