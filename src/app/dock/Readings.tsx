/** How well the network does that is shown: the loss of its last batch with the course of the run, and the accuracy on test data. */
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { training } from '../../network/spec.ts'
import { useRun } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import styles from './Dock.module.css'
import { LossCurve } from './LossCurve.tsx'

export function Loss() {
  const { run: words } = useWords()
  const format = useFormat()
  const loss = useRun(({ history }) => history.at(-1)?.loss ?? null)
  return (
    <div className={styles.reading}>
      <p className={styles.soft}>{words.loss}</p>
      <div className={styles.line}>
        <b className={`${controls.number} ${styles.loss}`}>
          {loss === null ? words.notYet : format.decimal(loss, 3)}
        </b>
        <LossCurve />
      </div>
    </div>
  )
}

export function Accuracy() {
  const { run: words } = useWords()
  const format = useFormat()
  const evaluation = useRun(({ evaluations }) => evaluations.at(-1) ?? null)
  const measuring = useRun(({ evaluating }) => evaluating !== null)
  const nextAt = useRun(({ step, settings }) =>
    Math.min(settings.stepLimit, (Math.floor(step / training.evaluateEvery) + 1) * training.evaluateEvery),
  )
  if (!evaluation) {
    return (
      <div className={styles.reading}>
        <p className={styles.soft}>{words.accuracy}</p>
        <p className={styles.line}>
          <b className={controls.number}>{words.notYet}</b>{' '}
          <span className={styles.soft}>
            {measuring ? words.measuringNow : words.accuracyLater(format.count(nextAt))}
          </span>
        </p>
      </div>
    )
  }
  const { accuracy, n, step, interval } = evaluation
  const hint = words.accuracyHint(
    format.count(step),
    format.percent(interval[0]),
    format.percent(interval[1]),
  )
  return (
    <div className={styles.reading} title={hint}>
      <p className={styles.soft}>{words.accuracy}</p>
      <p className={styles.line}>
        <b className={controls.number}>{format.percent(accuracy)}</b>{' '}
        <span className={styles.soft}>({words.accuracyOf(format.count(n))})</span>
      </p>
    </div>
  )
}
