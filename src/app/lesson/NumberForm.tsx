/** A number to predict: typed with comma or point, compared with the right one of this moment. */
import { type FormEvent, useId, useState } from 'react'
import { parseNumber } from '../../i18n/parseNumber.ts'
import { useWords } from '../../i18n/useLanguage.ts'
import type { NumberQuestion } from '../../lessons/question.ts'
import { useRunHandle } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import { useLesson } from './lessonContext.ts'
import styles from './Question.module.css'
import { type FormProps, useNumber, Verdict } from './questionParts.tsx'

export function NumberForm({ question, answer, shown, onAnswer }: FormProps<NumberQuestion>) {
  const { reading: words } = useWords()
  const { frames } = useRunHandle()
  const language = useLesson()?.language ?? 'en'
  const number = useNumber(question.decimals)
  const [text, setText] = useState('')
  const [complaint, setComplaint] = useState('')
  const field = useId()
  const truthNow = () => {
    if (typeof question.answer === 'number') return question.answer
    const frame = frames.latest()
    return frame && question.answer(frame)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = parseNumber(text)
    const truth = truthNow()
    if (text.trim() === '') return setComplaint(words.emptyNumber)
    if (given === null) return setComplaint(words.noNumber(text.trim()))
    if (truth === null) return setComplaint(words.noNumberYet)
    setComplaint('')
    onAnswer({ given, right: Math.abs(given - truth) <= question.tolerance, truth })
  }
  const truth = answer?.truth ?? (shown ? truthNow() : null)
  return (
    <>
      {!shown && (
        <form className={styles.number} onSubmit={submit}>
          <label htmlFor={field}>{words.yourNumber}</label>
          <input
            id={field}
            className={controls.field}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            aria-invalid={complaint !== ''}
            aria-describedby={`${field}complaint`}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className={controls.button}>
            {words.answerButton}
          </button>
          <p id={`${field}complaint`} role="alert" className={styles.complaint}>
            {complaint}
          </p>
        </form>
      )}
      {answer && truth !== null && typeof answer.given === 'number' && (
        <>
          <p>{words.youSaid(number(answer.given))}</p>
          <Verdict right={answer.right} text={feedbackOn(question, answer.given, truth)[language]} />
        </>
      )}
      {shown && truth !== null && <p>{words.itIs(number(truth))}</p>}
    </>
  )
}

function feedbackOn({ feedback, tolerance }: NumberQuestion, given: number, truth: number) {
  if (Math.abs(given - truth) <= tolerance) return feedback.right
  return given < truth ? feedback.tooLow : feedback.tooHigh
}
