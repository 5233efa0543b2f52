/** The tape of the run as a slider: from step 0 to the limit, with a mark wherever one can stand. React does not render for a movement. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts'
import { usePageRun } from '../../../session/useRun.ts'
import { useMedia } from '../../../ui/useMedia.ts'
import { labelledSteps, shareOf, stopAt, stopForKey } from './scale.ts'
import styles from './Tape.module.css'
import { Live, Transport } from './Transport.tsx'
import { useTapeEnds } from './useTapeEnds.ts'
import { tapeWords } from './words.ts'

/** Room for the numbers under the track, as a share of it. */
const labelRoom = { wide: 0.06, narrow: 0.13 }

/** `children` stand at its end. */
export function Tape({ children }: { readonly children: ReactNode }) {
  const { view } = usePageRun()
  const isNow = useStore(view.place, ({ place }) => place === null)
  return (
    <div className={styles.tape} data-now={isNow}>
      <Transport />
      <Track />
      <Live />
      {children}
    </div>
  )
}

function Track() {
  const language = useLanguage()
  const words = tapeWords[language]
  const format = useFormat()
  const { view, scrubber } = usePageRun()
  const { present, limit } = useTapeEnds()
  const tape = useStore(scrubber.store, (state) => state.tape)
  const isNarrow = useMedia('(max-width: 60rem)')
  const track = useRef<HTMLDivElement>(null)
  const played = useRef<HTMLSpanElement>(null)
  const carriage = useRef<HTMLSpanElement>(null)
  const ends = useRef({ present, limit })
  ends.current = { present, limit }

  // With each movement, and with each step of the present.
  useEffect(() => {
    const slider = track.current
    if (!slider) return
    let place = ''
    const write = () => {
      const { present, limit } = ends.current
      const at = scrubber.stop()
      const step = at ?? present
      const share = shareOf(step, limit)
      // Moved, not laid out: the knob has to keep up with a hand.
      if (carriage.current) carriage.current.style.transform = `translateX(${share * 100}%)`
      if (played.current) played.current.style.transform = `scaleX(${share})`
      const now = at === null ? 'now' : 'tape'
      if (now !== place) slider.dataset.at = now
      place = now
      slider.setAttribute('aria-valuenow', String(step))
      slider.setAttribute(
        'aria-valuetext',
        at === null
          ? words.now(format.count(step), format.count(limit))
          : words.at(format.count(step), format.count(present)),
      )
    }
    write()
    return view.place.subscribe(write)
  })

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - bounds.left) / bounds.width
    scrubber.goTo(stopAt(share, scrubber.stops(), ends.current))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag(event)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const next = stopForKey(event, scrubber.stops(), scrubber.stop())
    if (!next) return
    event.preventDefault()
    scrubber.goTo(next.stop)
  }
  const kept = tape?.steps ?? []
  return (
    <div
      ref={track}
      className={styles.track}
      role="slider"
      tabIndex={0}
      aria-label={words.name}
      aria-valuemin={0}
      aria-valuemax={limit}
      aria-valuenow={present}
      title={kept.length > 0 ? words.hint : words.empty}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    >
      <span className={styles.rail} />
      <span className={styles.done} style={{ inlineSize: percent(shareOf(present, limit)) }} />
      <span ref={played} className={styles.played} />
      {kept.map((step) => (
        <i key={step} className={styles.mark} style={{ insetInlineStart: percent(shareOf(step, limit)) }} />
      ))}
      {labelledSteps(limit, isNarrow ? labelRoom.narrow : labelRoom.wide).map((step) => (
        <span
          key={step}
          className={styles.label}
          data-end={step === 0 ? 'first' : step === limit ? 'last' : undefined}
          style={{ insetInlineStart: percent(shareOf(step, limit)) }}
        >
          {step === 0 && !isNarrow ? words.start(format.count(0)) : format.count(step)}
        </span>
      ))}
      <span ref={carriage} className={styles.carriage}>
        <span className={styles.thumb} />
      </span>
    </div>
  )
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`
