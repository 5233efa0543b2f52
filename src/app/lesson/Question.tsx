/** The question of a lesson: predict, then see the explanation. Can be answered again; nothing depends on it. */
import { type ReactNode, useId, useState } from 'react'
import { useStore } from 'zustand'
import { useWords } from '../../i18n/useLanguage.ts'
import type { Question as AnyQuestion } from '../../lessons/question.ts'
import controls from '../styles/Controls.module.css'
import { type Answer, answers, forgetAnswers, keepAnswer } from './answers.ts'
import { Choices } from './Choices.tsx'
import { useLesson } from './lessonContext.ts'
import { NumberForm, NumbersNow } from './NumberForm.tsx'
import { PictureForm, PlaceNow } from './PictureForm.tsx'
import styles from './Question.module.css'
import type { FormProps } from './questionForm.ts'
import { verdictOn } from './verdict.ts'

export function Question() {
  const lesson = useLesson()
  if (!lesson) return null
  return <OneQuestion key={lesson.lesson.id} id={lesson.lesson.id} question={lesson.question} />
}

function OneQuestion({ id, question }: { readonly id: string; readonly question: AnyQuestion }) {
  const { reading: words } = useWords()
  const language = useLesson()?.language ?? 'en'
  const answer = useStore(answers, ({ byLesson }) => byLesson[id])
  const [wanted, setWanted] = useState(false)
  const heading = useId()
  const verdict = answer ? verdictOn(question, answer) : null
  const shown = wanted || verdict !== null
  const props = { answer, shown, onAnswer: (given: Answer) => keepAnswer(id, given) }
  const again = () => {
    setWanted(false)
    forgetAnswers(id)
  }
  return (
    <section className={styles.question} aria-labelledby={heading}>
      <p className={styles.kicker}>{words.question}</p>
      <h2 id={heading}>{question.ask[language]}</h2>
      {formOf(question, props)}
      <div role="status" className={styles.verdict}>
        {shown && truthOfKind(question, answer)}
        {verdict && (
          <p>
            <strong data-right={verdict.right}>{verdict.right ? words.right : words.wrong}</strong>{' '}
            {verdict.feedback[language]}
          </p>
        )}
        {shown && <p>{question.explanation[language]}</p>}
      </div>
      <p data-printless>
        {shown ? (
          <button type="button" className={`${controls.quiet} ${styles.way}`} onClick={again}>
            {words.answerAgain}
          </button>
        ) : (
          <button type="button" className={`${controls.quiet} ${styles.way}`} onClick={() => setWanted(true)}>
            {words.showAnswer}
          </button>
        )}
      </p>
    </section>
  )
}

function formOf(question: AnyQuestion, props: Omit<FormProps<AnyQuestion>, 'question'>): ReactNode {
  switch (question.kind) {
    case 'choice':
      return <Choices question={question} {...props} />
    case 'number':
      return <NumberForm question={question} {...props} />
    case 'picture':
      return <PictureForm question={question} {...props} />
    default:
      return question satisfies never
  }
}

/** What was answered, and what is right, where the form does not show it. */
function truthOfKind(question: AnyQuestion, answer: Answer | undefined): ReactNode {
  switch (question.kind) {
    case 'choice':
      return null
    case 'number':
      return <NumbersNow question={question} answer={answer} />
    case 'picture':
      return answer && <PlaceNow question={question} answer={answer} />
    default:
      return question satisfies never
  }
}
