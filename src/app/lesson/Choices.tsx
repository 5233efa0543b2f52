/** Options to choose from, lettered, so that a class can call them out. After the answer each one still explains itself. */
import { useWords } from '../../i18n/useLanguage.ts'
import type { ChoiceQuestion } from '../../lessons/question.ts'
import { useLesson } from './lessonContext.ts'
import styles from './Question.module.css'
import { type FormProps, Verdict } from './questionParts.tsx'

export function Choices({ question, answer, shown, onAnswer }: FormProps<ChoiceQuestion>) {
  const { reading: words } = useWords()
  const language = useLesson()?.language ?? 'en'
  const chosen = question.options.find(({ id }) => id === answer?.given)
  return (
    <>
      <ul className={styles.options}>
        {question.options.map((option, index) => {
          const { id, text, right } = option
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.option}
                aria-pressed={option === chosen}
                data-right={shown ? right : undefined}
                onClick={() => onAnswer({ given: id, right })}
              >
                <span className={styles.letter}>{String.fromCharCode(65 + index)}</span>
                <span>{text[language]}</span>
                {shown && right && <span className={styles.note}>{words.rightOption}</span>}
                {shown && !right && option === chosen && (
                  <span className={styles.note}>{words.yourAnswer}</span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
      {chosen && <Verdict right={chosen.right} text={chosen.feedback[language]} />}
    </>
  )
}
