/** What the run runs on: backend, threads, speed, data, and whether all of it works offline. */
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { useLiveRun } from '../../session/useRun.ts'
import { useOffline } from '../offline/useOffline.ts'
import controls from '../styles/Controls.module.css'
import styles from './Dock.module.css'

export function Machine({ onOpen }: { readonly onOpen: () => void }) {
  const { run: words, data: dataWords } = useWords()
  const format = useFormat()
  const backend = useLiveRun((state) => state.backend)
  const measuring = useLiveRun((state) => state.settings.backend === 'auto')
  const threads = useLiveRun((state) => state.threads)
  // Rounded here, so that the part renders only for a difference that can be read.
  const msPerStep = useLiveRun((state) => (state.msPerStep === null ? null : Math.round(state.msPerStep)))
  const source = useLiveRun((state) => state.data?.source ?? null)
  const offline = useOffline()

  const computing =
    backend === null
      ? measuring
        ? words.choosing
        : words.status.starting
      : [
          words.backends[backend],
          ...(backend === 'wasm' ? [words.threads(threads, format.count(threads))] : []),
          ...(msPerStep === null ? [] : [words.msPerStep(format.count(msPerStep))]),
        ].join(' · ')

  return (
    <div className={styles.machine}>
      <button
        type="button"
        className={styles.settings}
        aria-haspopup="dialog"
        title={words.openSettings}
        onClick={onOpen}
      >
        {computing}
        <span className={controls.unseen}>. {words.openSettings}</span>
      </button>
      <p>
        {source === null ? dataWords.none : dataWords.sources[source]}
        <span className={styles.keeping}>
          {' · '}
          <span className={styles.offline} data-state={offline.state}>
            {dataWords.offlineShort[offline.state]}
          </span>
        </span>
      </p>
    </div>
  )
}
