/** A number to predict: typed with comma or point, compared with the right one of this moment. */
import { type FormEvent, useId, useState } from 'react'
import { parseNumber } from '../../i18n/parseNumber.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import type { NumberQuestion } from '../../lessons/question.ts'
import { useRunHandle } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import type { Answer } from './answers.ts'
import { useLesson } from './lessonContext.ts'
import styles from './Question.module.css'
import type { FormProps } from './questionForm.ts'
import { truthOf, verdictOn } from './verdict.ts'

export function NumberForm({ question, shown, onAnswer }: FormProps<NumberQuestion>) {
  const { reading: words } = useWords()
  const { frames } = useRunHandle()
  const language = useLesson()?.language ?? 'en'
  const [text, setText] = useState('')
  const [complaint, setComplaint] = useState('')
  const field = useId()
  if (shown) return null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = parseNumber(text, language)
    const truth = truthOf(question, frames.latest())
    if (text.trim() === '') return setComplaint(words.emptyNumber)
    if (given === null) return setComplaint(words.noNumber(text.trim()))
    if (truth === null) return setComplaint(words.noNumberYet)
    setComplaint('')
    const right = verdictOn(question, { given, right: false, truth })?.right ?? false
    onAnswer({ given, right, truth })
  }
  return (
    <form className={styles.number} onSubmit={submit}>
      <label htmlFor={field}>{words.yourNumber}</label>
      <input
        id={field}
        type="text"
        className={controls.field}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={complaint !== ''}
        aria-describedby={`${field}complaint`}
        onChange={(event) => setText(event.target.value)}
      />
      {question.unit?.[language]}
      <button type="submit" data-printless className={controls.button}>
        {words.answerButton}
      </button>
      <p id={`${field}complaint`} role="alert" className={styles.complaint}>
        {complaint}
      </p>
    </form>
  )
}

/** The number that was given, and the right one: that of the moment of the answer, where it depends on the run. */
export function NumbersNow(props: {
  readonly question: NumberQuestion
  readonly answer: Answer | undefined
}) {
  const { question, answer } = props
  const { reading: words } = useWords()
  const { frames } = useRunHandle()
  const format = useFormat()
  const language = useLesson()?.language ?? 'en'
  // Read once: the right number stays the one that was asked for, while the training goes on.
  const [now] = useState(() => truthOf(question, frames.latest()))
  const truth = answer?.truth ?? now
  const unit = question.unit?.[language] ?? ''
  const written = (value: number, digits: number) => `${format.decimal(value, digits)}${unit}`
  const given = typeof answer?.given === 'number' ? answer.given : null
  return (
    <p>
      {given !== null && `${words.youSaid(written(given, Math.max(question.decimals, digitsOf(given))))} `}
      {truth === null ? words.noNumberYet : words.itIs(written(truth, question.decimals))}
    </p>
  )
}

/** As many digits after the decimal sign as were typed. */
function digitsOf(value: number): number {
  return Math.min(6, /\.(\d+)$/.exec(String(value))?.[1].length ?? 0)
}
