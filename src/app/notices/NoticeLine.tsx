/** What a message says, and what can be done about it. Loaded when there is one. */
import { explainProblem } from '../../i18n/problems.ts'
import { useFormat, useLanguage, useWords } from '../../i18n/useLanguage.ts'
import { isOneFile } from '../../session/edition.ts'
import { useLiveRunHandle } from '../../session/useRun.ts'
import { applyUpdate } from '../offline/register.ts'
import { automaticData } from '../startRun.ts'
import controls from '../styles/Controls.module.css'
import type { Notice } from './notices.ts'

export function NoticeLine({ notice }: { readonly notice: Notice }) {
  return (
    <>
      <p>
        <NoticeText notice={notice} />
      </p>
      <NoticeAction notice={notice} />
    </>
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
