/** What stands on a side: which run, and at which of its kept steps. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { usePageRun } from '../../session/useRun.ts'
import type { Side } from '../../ui/twins.ts'
import styles from './CompareView.module.css'
import { compareWith, comparing, isWithDock, stepShown, type Wanted } from './comparing.ts'
import { useKeptSteps } from './keptSteps.ts'
import { RunChoice } from './RunChoice.tsx'
import type { ComparedView } from './views.ts'
import { compareWords } from './words.ts'

type SideHeadProps = {
  readonly side: Side
  readonly view: ComparedView
  readonly wanted: Wanted
  /** What the figure below is, where it is not that side alone. */
  readonly name?: string
}

export function SideHead({ side, view, wanted, name = side.toUpperCase() }: SideHeadProps) {
  const { run, scrubber } = usePageRun()
  const { language, number } = useFigureWords()
  const words = compareWords[language]
  const present = useStore(run.store, (state) => state.id)
  const now = useStore(run.store, (state) => state.step)
  const isKnown = useStore(comparing, ({ known }) => wanted.run === null || known.includes(wanted.run))
  const id = isKnown ? (wanted.run ?? present) : null
  const kept = useKeptSteps(id)
  const step = stepShown(wanted, kept)
  const failed = useStore(view.lane.store, (state) => state.failed !== null)
  useEffect(() => view.goTo(id !== null && step !== null ? { run: id, step } : null), [view, id, step])
  // A run that goes on is the present one from then on.
  useEffect(() => {
    if (wanted.run !== null && wanted.run === present) compareWith(side, { ...wanted, run: null })
  }, [side, wanted, present])
  const choose = (step: number | null) => {
    compareWith(side, { ...wanted, step })
    if (isWithDock(side, wanted)) scrubber.goTo(step)
  }
  // One stop more for the present, where there is one.
  const last = wanted.run === null ? kept.length : kept.length - 1
  const at = step === null ? last : kept.indexOf(step)
  const text = step === null ? words.now(number(now)) : words.step(number(step))
  return (
    <div className={styles.head}>
      <b className={styles.name}>{name}</b>
      <RunChoice side={side} wanted={wanted} />
      {kept.length === 0 && wanted.run !== null && isKnown ? (
        <span className={styles.note}>{words.nothingKept}</span>
      ) : (
        <input
          type="range"
          data-printless
          className={styles.steps}
          aria-label={words.stepOf(side.toUpperCase())}
          aria-valuetext={text}
          min={0}
          max={Math.max(0, last)}
          value={at}
          disabled={last <= 0}
          onChange={({ target }) => choose(kept[target.valueAsNumber] ?? null)}
        />
      )}
      <span className={styles.step}>{text}</span>
      {failed && step !== null && (
        <span role="status" className={styles.note}>
          {words.notShown}
        </span>
      )}
    </div>
  )
}
