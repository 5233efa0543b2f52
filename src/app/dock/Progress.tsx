/** Where the run is, or which of its steps is shown. */
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useFormat, useLanguage, useWords } from '../../i18n/useLanguage.ts'
import { lacksData } from '../../session/state.ts'
import type { TapeLaneState } from '../../session/tapeLane.ts'
import { useLiveRun, usePageRun } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import controls from '../styles/Controls.module.css'
import styles from './Dock.module.css'
import { useSlow } from './tape/useSlow.ts'
import { useTapeEnds } from './tape/useTapeEnds.ts'
import { tapeWords } from './tape/words.ts'

export function Progress() {
  const { view } = usePageRun()
  const isNow = useStore(view.place, ({ place }) => place === null)
  return <div className={styles.progress}>{isNow ? <Now /> : <Shown />}</div>
}

function Now() {
  const { run: words, data } = useWords()
  const format = useFormat()
  const { keeper } = usePageRun()
  const id = useLiveRun((state) => state.id)
  const keptStep = useStore(keeper.store, ({ kept }) => (kept?.id === id ? kept?.step : undefined))
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
    <p
      className={styles.line}
      title={keptStep === undefined ? undefined : words.keptUpTo(format.count(keptStep))}
    >
      <span>{words.step} </span>
      <b className={controls.number}>{format.count(step)}</b>{' '}
      <span className={styles.soft}>
        {words.ofSteps(format.count(limit))} · {status === 'starting' && withoutData ? data.none : left}
      </span>
    </p>
  )
}

/** While pictures come one after the other, nothing is slow, however far they are behind a hand. */
const nextPicture = ({ shown, fetching }: TapeLaneState) => (fetching ? `after ${shown?.step}` : null)

/** The step changes with the hand: it is written without React. */
function Shown() {
  const words = tapeWords[useLanguage()]
  const format = useFormat()
  const { view, scrubber } = usePageRun()
  const { present } = useTapeEnds()
  const isOther = useStore(view.place, () => view.other() !== null)
  const trouble = useStore(view.tape, ({ failed }) => failed !== null)
  const isSlow = useSlow(view.tape, nextPicture)
  const read = useCallback(() => format.count(scrubber.stop() ?? 0), [format, scrubber])
  return (
    <p className={styles.line}>
      <span className={styles.onTape}>{words.shown} </span>
      <LiveText
        as="b"
        className={`${controls.number} ${styles.onTape}`}
        read={read}
        subscribe={view.place.subscribe}
      />{' '}
      <span className={styles.soft}>
        {trouble
          ? words.failed
          : isSlow
            ? words.fetching
            : isOther
              ? words.ofRun(format.count(present))
              : words.present(format.count(present))}
      </span>
    </p>
  )
}
