/** Options to choose from, lettered, so that a class can call them out. After the answer each one still explains itself. */
import { useWords } from '../../i18n/useLanguage.ts'
import type { ChoiceQuestion } from '../../lessons/question.ts'
import { useLesson } from './lessonContext.ts'
import styles from './Question.module.css'
import type { FormProps } from './questionForm.ts'

export function Choices({ question, answer, shown, onAnswer }: FormProps<ChoiceQuestion>) {
  const { reading: words } = useWords()
  const language = useLesson()?.language ?? 'en'
  const noteOn = (right: boolean, chosen: boolean) => {
    if (right) return words.rightOption
    return chosen ? words.yourAnswer : null
  }
  return (
    <ul className={styles.options}>
      {question.options.map(({ id, text, right }, index) => {
        const chosen = id === answer?.given
        const note = shown ? noteOn(right, chosen) : null
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.option}
              aria-pressed={chosen}
              data-right={shown ? right : undefined}
              onClick={() => onAnswer({ given: id, right })}
            >
              <span className={styles.letter}>{String.fromCharCode(65 + index)}</span>
              <span>{text[language]}</span>
              {note && <span className={styles.note}>{note}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
