/** The message bar above the dock: calm, in the reader's language, one line each, each can be dismissed. */
import { lazy, Suspense, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useWords } from '../../i18n/useLanguage.ts'
import { lacksData } from '../../session/state.ts'
import { useLiveRun } from '../../session/useRun.ts'
import { Icon } from '../Icon.tsx'
import { useOffline } from '../offline/useOffline.ts'
import { recall, remember } from '../remember.ts'
import controls from '../styles/Controls.module.css'
import { Keeping } from './keeping/Keeping.tsx'
import { Loading } from './Loading.tsx'
import styles from './Notices.module.css'
import { type Notice, noticesOf } from './notices.ts'

/** The sentences for all that can go wrong: not needed for the first paint. */
const NoticeLine = lazy(() => import('./NoticeLine.tsx').then(({ NoticeLine }) => ({ default: NoticeLine })))

const dismissedForGood = 'dismissed-one-file'

export function Notices() {
  const { notices: words } = useWords()
  const offline = useOffline()
  const situation = useLiveRun(
    useShallow((state) => ({
      problem: state.problem,
      loadProblem: state.loadProblem,
      passedOver: state.passedOver,
      takeover: state.takeover,
      run: state.run,
      lacksData: lacksData(state),
    })),
  )
  const [dismissed, setDismissed] = useState<readonly string[]>(
    recall(dismissedForGood) === null ? [] : ['one-file'],
  )
  const notices = noticesOf(situation, { offline, secure: isSecureContext }).filter(
    ({ key }) => !dismissed.includes(key),
  )

  const dismiss = ({ kind, key }: Notice) => {
    // Said once, it is known at the next opening too.
    if (kind === 'one-file') remember(dismissedForGood, 'yes')
    setDismissed([...dismissed, key])
  }

  return (
    <section className={styles.notices} aria-label={words.region}>
      <Loading />
      <div role="status">
        {notices.map((notice) => (
          <div key={notice.key} className={styles.notice} data-kind={notice.kind}>
            <Suspense fallback={null}>
              <NoticeLine notice={notice} />
            </Suspense>
            {notice.kind !== 'no-data' && (
              <button
                type="button"
                className={controls.icon}
                aria-label={words.dismiss}
                onClick={() => dismiss(notice)}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        ))}
        <Keeping />
      </div>
    </section>
  )
}
