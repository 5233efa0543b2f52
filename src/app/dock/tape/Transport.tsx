/** Playing the tape: forward, back, how fast, and back to the present. */
import { useStore } from 'zustand'
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts'
import { rates } from '../../../session/scrubber.ts'
import { usePageRun } from '../../../session/useRun.ts'
import { Icon } from '../../Icon.tsx'
import controls from '../../styles/Controls.module.css'
import { AboutTape } from './AboutTape.tsx'
import styles from './Tape.module.css'
import { tapeWords } from './words.ts'

export function Transport() {
  const words = tapeWords[useLanguage()]
  const format = useFormat()
  const { scrubber } = usePageRun()
  const { playing, rate, tape } = useStore(scrubber.store)
  const button = (direction: 'forward' | 'back') => {
    const isPlaying = playing === direction
    const name = isPlaying ? words.pause : words[direction]
    return (
      <button
        type="button"
        className={controls.icon}
        aria-label={name}
        title={tape ? name : words.empty}
        disabled={tape === null}
        onClick={() => (isPlaying ? scrubber.pause() : scrubber.play(direction))}
      >
        <Icon name={isPlaying ? 'pause' : direction === 'forward' ? 'play' : 'playBack'} />
      </button>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line
    <div className={styles.transport} role="group" aria-label={words.play}>
      {button('back')}
      {button('forward')}
      <select
        className={styles.rate}
        aria-label={words.rate}
        title={words.rate}
        value={rate}
        onChange={(event) => scrubber.setRate(Number(event.target.value))}
      >
        {rates.map((one) => (
          <option key={one} value={one}>
            {words.rateOption(one < 1 ? format.decimal(one, 1) : format.count(one))}
          </option>
        ))}
      </select>
      <AboutTape />
    </div>
  )
}

/** Says that this is the present, or leads back to it. */
export function Live() {
  const words = tapeWords[useLanguage()]
  const { view, scrubber } = usePageRun()
  const isNow = useStore(view.place, ({ place }) => place === null)
  return (
    <button
      type="button"
      className={styles.live}
      data-now={isNow}
      disabled={isNow}
      title={isNow ? words.isLive : words.liveHint}
      onClick={() => scrubber.goTo(null)}
    >
      {words.live}
    </button>
  )
}
