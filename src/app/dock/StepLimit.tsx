import { type FormEvent, useId, useState } from 'react'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { training } from '../../network/spec.ts'
import { useLiveRun, useLiveRunHandle } from '../../session/useRun.ts'
import { longestRun, wholeNumber } from '../address.ts'
import controls from '../styles/Controls.module.css'
import { changeAddress } from '../useAddress.ts'
import styles from './Dialogs.module.css'

export function StepLimit() {
  const { run: words } = useWords()
  const format = useFormat()
  const run = useLiveRunHandle()
  const limit = useLiveRun((state) => state.settings.stepLimit)
  const [text, setText] = useState(String(limit))
  const [bad, setBad] = useState(false)
  const id = useId()

  const apply = (event: FormEvent) => {
    event.preventDefault()
    // People write thousands as the page does: apart, with a comma or a point.
    const steps = wholeNumber(text.replace(/[\s.,\u202f]/g, ''), 1, longestRun)
    setBad(steps === null)
    if (steps === null) return
    run.limitSteps(steps)
    changeAddress({ steps })
  }
  return (
    <form className={styles.section} onSubmit={apply}>
      <label htmlFor={id} className={styles.title}>
        {words.limit}
      </label>
      <div className={styles.row}>
        <input
          id={id}
          className={controls.field}
          inputMode="numeric"
          type="text"
          value={text}
          aria-invalid={bad}
          aria-describedby={`${id}-note`}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className={controls.button}>
          {words.apply}
        </button>
      </div>
      <p id={`${id}-note`} className={controls.note} aria-live="polite">
        {bad ? words.limitBad : words.limitNote(format.count(training.stepLimit))}
      </p>
    </form>
  )
}
