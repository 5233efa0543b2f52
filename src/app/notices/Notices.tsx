/** The message bar above the dock: calm, in the reader's language, one line each, each can be dismissed. */
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { explainProblem } from '../../i18n/problems.ts'
import { useFormat, useLanguage, useWords } from '../../i18n/useLanguage.ts'
import { isOneFile } from '../../session/edition.ts'
import { lacksData } from '../../session/state.ts'
import { useLiveRun, useLiveRunHandle } from '../../session/useRun.ts'
import { Icon } from '../Icon.tsx'
import { applyUpdate } from '../offline/register.ts'
import { useOffline } from '../offline/useOffline.ts'
import { recall, remember } from '../remember.ts'
import { automaticData } from '../startRun.ts'
import controls from '../styles/Controls.module.css'
import { Keeping } from './keeping/Keeping.tsx'
import { Loading } from './Loading.tsx'
import styles from './Notices.module.css'
import { type Notice, noticesOf } from './notices.ts'

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
            <p>
              <NoticeText notice={notice} />
            </p>
            <NoticeAction notice={notice} />
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

function NoticeText({ notice }: { readonly notice: Notice }): string {
  const { notices: words, run, data } = useWords()
  const language = useLanguage()
  const format = useFormat()
  switch (notice.kind) {
    case 'problem':
      return explainProblem(notice.problem, language)
    case 'passed-over':
      return `${explainProblem(notice.problem, language)} ${words.builtInInstead}`
    case 'takeover': {
      const { from, to, repeatedSteps } = notice.takeover
      return words.takeover(run.backends[from], run.backends[to], format.count(repeatedSteps))
    }
    case 'no-data':
      return data.none
    case 'update':
      return words.update
    case 'plain-http':
      return words.plainHttp
    case 'one-file':
      return words.oneFile
    default:
      return notice satisfies never
  }
}

function NoticeAction({ notice }: { readonly notice: Notice }) {
  const { notices: words, data } = useWords()
  const run = useLiveRunHandle()
  if (notice.kind === 'no-data') {
    return (
      <>
        <button type="button" className={controls.button} onClick={() => run.load({ kind: 'built-in' })}>
          {data.useBuiltIn}
        </button>
        {!isOneFile && (
          <button type="button" className={controls.button} onClick={() => run.load(automaticData())}>
            {data.reloadMnist}
          </button>
        )}
      </>
    )
  }
  if (notice.kind === 'update') {
    return (
      <button type="button" className={controls.button} onClick={applyUpdate}>
        {words.updateNow}
      </button>
    )
  }
  if (notice.kind === 'problem' && notice.problem.code === 'worker-died') {
    return (
      <button type="button" className={controls.button} onClick={run.restart}>
        {words.restart}
      </button>
    )
  }
  return null
}
