/** How far the loading of data is, with a way to stop it. */
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { useLiveRun, useLiveRunHandle } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import styles from './Notices.module.css'

export function Loading() {
  const { data: words } = useWords()
  const format = useFormat()
  const run = useLiveRunHandle()
  const loading = useLiveRun((state) => state.loading)
  if (!loading) return null
  const { source, done, total, unit } = loading
  const amount = (value: number) =>
    unit === 'bytes' ? format.fileSize(value) : words.digits(format.count(value))
  return (
    <div className={`${styles.notice} ${styles.passing}`}>
      <p className={styles.loading}>
        {words.loading[source]}: {words.loadingOf(amount(done), amount(total))}
        <progress value={done} max={Math.max(1, total)} aria-label={words.loading[source]} />
      </p>
      <button type="button" className={controls.quiet} onClick={run.cancelLoad}>
        {words.cancel}
      </button>
    </div>
  )
}
