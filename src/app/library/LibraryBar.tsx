/** What the library does and says while its window is closed. */
import { useStore } from 'zustand'
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts'
import { useLiveRun, usePageRun } from '../../session/useRun.ts'
import { Icon } from '../Icon.tsx'
import notices from '../notices/Notices.module.css'
import controls from '../styles/Controls.module.css'
import { library, say } from './library.ts'
import { MessageAction } from './MessageAction.tsx'
import { messageText } from './messageText.ts'
import { backToPresent, continueRun } from './openRun.ts'
import { useLibraryWords } from './useLibraryWords.ts'
import { WorkLine } from './WorkLine.tsx'

export function LibraryBar() {
  const { work, message, looking } = useStore(library)
  const words = useLibraryWords()
  const language = useLanguage()
  return (
    <>
      {work && <WorkLine work={work} className={`${notices.notice} ${notices.passing}`} />}
      <div role="status">
        {looking && <Looking {...looking} />}
        {message && (
          <div className={notices.notice} data-kind={message.kind === 'problem' ? 'problem' : undefined}>
            <p>{messageText(message, language)}</p>
            <MessageAction message={message} />
            <button
              type="button"
              className={controls.icon}
              aria-label={words.dismiss}
              onClick={() => say(null)}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </>
  )
}

type LookingProps = NonNullable<ReturnType<typeof library.getState>['looking']>

/** Another run than the page's own is on the screen. */
function Looking({ id, name, step, canContinue }: LookingProps) {
  const words = useLibraryWords()
  const format = useFormat()
  const page = usePageRun()
  const present = useLiveRun((state) => state.step)
  const isTraining = useLiveRun((state) => state.status === 'training')
  const isKept = useStore(page.keeper.store, ({ problem }) => problem === null)
  // The dock leads back to the present too.
  const isShown = useStore(page.view.place, ({ place }) => place?.run === id)
  if (!isShown) return null
  const meanwhile = words.meanwhile[isTraining ? 'training' : isKept ? 'kept' : 'not-kept']
  return (
    <div className={notices.notice} data-kind="looking">
      <p>
        {words.looking(name)} {present > 0 && meanwhile(format.count(present))}
      </p>
      {canContinue && (
        <button type="button" className={controls.button} onClick={() => continueRun(page, { id, name })}>
          {words.continueAt(format.count(step))}
        </button>
      )}
      <button type="button" className={controls.button} onClick={() => backToPresent(page)}>
        {words.back}
      </button>
    </div>
  )
}
