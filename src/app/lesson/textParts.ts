/** What the texts of lessons are written with, besides Markdown. */
import type { MDXComponents } from 'mdx/types'
import { Code } from '../../ui/text/Code.tsx'
import { Fold } from '../../ui/text/Fold.tsx'
import { Formula } from '../../ui/text/Formula.tsx'
import { Look } from '../../ui/text/Look.tsx'
import { Term } from '../../ui/text/Term.tsx'
import { Question } from './Question.tsx'
import { ReadingList } from './ReadingList.tsx'

export const textParts: MDXComponents = { Term, Look, Fold, Formula, Code, Question }
export { ReadingList }
