import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { lacksData } from '../../session/state.ts'
import { useLiveRun } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import styles from './Dock.module.css'

export function Progress() {
  const { run: words, data } = useWords()
  const format = useFormat()
  const step = useLiveRun((state) => state.step)
  const limit = useLiveRun((state) => state.settings.stepLimit)
  const status = useLiveRun((state) => state.status)
  // To whole seconds here, so that the part renders no more often than it changes.
  const leftMs = useLiveRun(({ remainingMs }) =>
    remainingMs === null ? null : Math.round(remainingMs / 1000) * 1000,
  )
  const withoutData = useLiveRun(lacksData)
  const left =
    status === 'training' && leftMs !== null ? words.left(format.duration(leftMs)) : words.status[status]

  return (
    <div className={styles.progress}>
      <p className={styles.line}>
        <span>{words.step} </span>
        <b className={controls.number}>{format.count(step)}</b>{' '}
        <span className={styles.soft}>
          {words.ofSteps(format.count(limit))} · {status === 'starting' && withoutData ? data.none : left}
        </span>
      </p>
      <progress
        value={Math.min(step, limit)}
        max={limit}
        aria-label={words.progress(format.count(step), format.count(limit))}
      />
    </div>
  )
}
