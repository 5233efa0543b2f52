/** What all kinds of questions share. */
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import type { Question } from '../../lessons/question.ts'
import type { Answer } from './answers.ts'
import styles from './Question.module.css'

/** What every kind of question gets. `answer` is the one kept on this device, `shown` whether the right one is to be seen. */
export type FormProps<Kind extends Question> = {
  readonly question: Kind
  readonly answer: Answer | undefined
  readonly shown: boolean
  readonly onAnswer: (answer: Answer) => void
}

/** Right or not, and what there is to say about it. */
export function Verdict({ right, text }: { readonly right: boolean; readonly text: string }) {
  const { reading: words } = useWords()
  return (
    <p className={styles.verdict} role="status">
      <strong data-right={right}>{right ? words.right : words.wrong}</strong> {text}
    </p>
  )
}

/** The right number in the language of the page. */
export function useNumber(decimals: number): (value: number) => string {
  const format = useFormat()
  return (value) => (decimals === 0 ? format.count(value) : format.decimal(value, decimals))
}
