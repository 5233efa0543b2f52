/** The messages about kept runs: what can go on, and what is wrong with keeping. Loaded when there is one. */
import { explainKept } from '../../../i18n/keepProblems.ts'
import { useFormat, useLanguage, useWords } from '../../../i18n/useLanguage.ts'
import type { Offered } from '../../../session/offer.ts'
import { useLiveRun, usePageRun } from '../../../session/useRun.ts'
import { Icon } from '../../Icon.tsx'
import controls from '../../styles/Controls.module.css'
import styles from '../Notices.module.css'
import type { KeepingNotice } from './keepingNotices.ts'
import { de, en } from './words.ts'

type NoticesProps = {
  readonly notices: readonly KeepingNotice[]
  readonly onDismiss: (key: string) => void
}

export function KeepingNotices({ notices, onDismiss }: NoticesProps) {
  const { notices: words } = useWords()
  return notices.map((notice) => (
    <div key={notice.key} className={styles.notice} data-kind={notice.kind}>
      {notice.kind === 'offer' ? (
        <Offer offered={notice.offered} />
      ) : (
        <>
          <p>
            <Text notice={notice} />
          </p>
          <button
            type="button"
            className={controls.icon}
            aria-label={words.dismiss}
            onClick={() => onDismiss(notice.key)}
          >
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  ))
}

function Text({ notice }: { readonly notice: Exclude<KeepingNotice, { kind: 'offer' }> }): string {
  const language = useLanguage()
  const words = language === 'de' ? de : en
  const format = useFormat()
  const { backends } = useWords().run
  const present = useLiveRun(({ backend }) => backend)
  if (notice.kind === 'problem') return explainKept(notice.problem, language)
  const { from, step } = notice.inexact
  if (present === null || present === from) return words.otherKernels(format.count(step), backends[from])
  return words.elsewhere(format.count(step), backends[from], backends[present])
}

function Offer({ offered }: { readonly offered: Offered }) {
  const words = useLanguage() === 'de' ? de : en
  const format = useFormat()
  const { offer } = usePageRun()
  const { header, step, isComing, because } = offered
  const isDone = header !== null && step >= header.settings.stepLimit
  return (
    <>
      <p>
        <OfferText offered={offered} />
      </p>
      <button
        type="button"
        className={controls.button}
        disabled={isComing}
        onClick={() => void offer.accept()}
      >
        {isDone ? words.open : words.goOn(format.count(step))}
      </button>
      {because === 'visit' && (
        <button type="button" className={controls.quiet} onClick={offer.dismiss}>
          {words.startOver}
        </button>
      )}
    </>
  )
}

function OfferText({ offered }: { readonly offered: Offered }): string {
  const words = useLanguage() === 'de' ? de : en
  const format = useFormat()
  const { header, step, isComing, needs, because } = offered
  if (isComing) return words.isComing
  if (needs) return words.needs[needs.source](format.count(needs.train))
  if (header === null || because === 'failure') return words.failed(format.count(step))
  const { name, startedMs, settings, accuracy } = header
  const named = name === null ? '' : words.named(name)
  const moment = format.moment(startedMs)
  const limit = format.count(settings.stepLimit)
  const where =
    step >= settings.stepLimit
      ? words.isDone(named, moment, format.count(step))
      : words.standsAt(named, moment, format.count(step), limit)
  // What was measured before the first step says nothing about the run.
  const reached = accuracy && accuracy.step > 0 ? format.percent(accuracy.value) : null
  return where + words.reached(format.count(settings.seed), reached)
}
