/** Plays a position from 0 to `last`: play and pause, stop by stop, speed, scrub. The figure is a function of the position. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { Choice } from './Choice.tsx'
import styles from './Player.module.css'
import { nextPosition } from './playing.ts'
import { useMedia } from './useMedia.ts'

export type PositionStore = StoreApi<{ readonly position: number }>

export function createPosition(position: number): PositionStore {
  return createStore(() => ({ position }))
}

export type PlayerWords = {
  readonly play: string
  readonly pause: string
  readonly back: string
  readonly forward: string
  readonly speed: string
  readonly speeds: Readonly<Record<Speed, string>>
}

const speeds = ['slow', 'usual', 'fast'] as const
export type Speed = (typeof speeds)[number]
const usualFactors: Record<Speed, number> = { slow: 0.5, usual: 1, fast: 2 }
/** A hidden tab gets no animation frames. When it is seen again, what is played goes on where it stopped. */
const longestFrameMs = 250

export type PlayerProps = {
  /** What is played. */
  readonly name: string
  readonly words: PlayerWords
  readonly at: PositionStore
  /** Positions go from 0 to this; whole numbers are stops. */
  readonly last: number
  /** From one stop to the next at the usual speed. */
  readonly msPerStop: number
  readonly positionText: (position: number) => string
  /** How many times as fast as usual each speed is. */
  readonly factors?: Readonly<Record<Speed, number>>
  /** The speeds are words that need no heading; it is still read out. */
  readonly bareSpeeds?: boolean
  /** There is nothing to see between two stops. */
  readonly whole?: boolean
  /** With reduced motion it moves by so many stops at once. */
  readonly jump?: number
}

export function Player(props: PlayerProps) {
  const { name, words, at, last, msPerStop, positionText, factors = usualFactors } = props
  const { position } = useStore(at)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>('usual')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const jump = still ? (props.jump ?? 1) : props.whole ? 1 : 0
  const rate = factors[speed] / msPerStop

  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    let due = 0
    let own = at.getState().position
    let asked = 0
    const advance = (now: number) => {
      due += Math.min(longestFrameMs, Math.max(0, now - before)) * rate
      before = now
      const next = nextPosition(own, due, { last, jump })
      due = next.due
      if (next.position !== own) {
        own = next.position
        at.setState({ position: own })
      }
      if (own >= last) setPlaying(false)
      else asked = requestAnimationFrame(advance)
    }
    asked = requestAnimationFrame(advance)
    // Who moves what is played by hand wants to stay there.
    const stopListening = at.subscribe(({ position }) => {
      if (position !== own) setPlaying(false)
    })
    return () => {
      cancelAnimationFrame(asked)
      stopListening()
    }
  }, [playing, rate, jump, at, last])

  const go = (to: number) => {
    setPlaying(false)
    at.setState({ position: Math.max(0, Math.min(last, to)) })
  }
  const toggle = () => {
    if (!playing && position >= last) at.setState({ position: 0 })
    setPlaying(!playing)
  }
  const arrow = { d: 'M4 2 L11 8 L4 14', fill: 'none', stroke: 'currentColor', strokeWidth: 2 }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line
    <div className={styles.player} data-bare={props.bareSpeeds} data-printless role="group" aria-label={name}>
      <button type="button" className={styles.play} onClick={toggle}>
        {playing ? words.pause : words.play}
      </button>
      <button
        type="button"
        className={styles.step}
        aria-label={words.back}
        title={words.back}
        disabled={position <= 0}
        onClick={() => go(Math.ceil(position) - 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className={styles.back}>
          <path {...arrow} />
        </svg>
      </button>
      <button
        type="button"
        className={styles.step}
        aria-label={words.forward}
        title={words.forward}
        disabled={position >= last}
        onClick={() => go(Math.floor(position) + 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path {...arrow} />
        </svg>
      </button>
      <input
        type="range"
        className={styles.scrub}
        aria-label={name}
        aria-valuetext={positionText(position)}
        min={0}
        max={last}
        step={jump === 0 ? 0.01 : 1}
        value={position}
        onChange={(event) => go(event.target.valueAsNumber)}
        onKeyDown={(event) => {
          // A stop per key, whatever the fineness of the pointer.
          const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
          if (!by) return
          event.preventDefault()
          go(by > 0 ? Math.floor(position) + 1 : Math.ceil(position) - 1)
        }}
      />
      <Choice
        name={words.speed}
        value={speed}
        options={speeds.map((value) => ({ value, label: words.speeds[value] }))}
        onChange={setSpeed}
      />
    </div>
  )
}
