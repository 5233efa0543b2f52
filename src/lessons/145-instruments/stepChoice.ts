/** The recorded step that pictures of the past stand at: a chosen one, or always the newest. */
import { createStore } from 'zustand/vanilla'
import type { Records } from '../../session/records.ts'
import type { PositionStore } from '../../ui/Player.tsx'

type RecordsStore = {
  readonly getState: () => Pick<Records, 'run'> & { readonly summaries: readonly { readonly step: number }[] }
  readonly subscribe: (changed: () => void) => () => void
}

export type StepChoice = {
  /** The place of the step among all summaries, to be played and scrubbed. */
  readonly at: PositionStore
  readonly isNewest: () => boolean
  readonly chooseNewest: () => void
  /** Calls back when another step is chosen, and when there are new summaries. */
  readonly subscribe: (changed: () => void) => () => void
}

/**
 * A chosen step stays when new summaries come, and when every second one is dropped and its place changes; where it is
 * dropped itself, the one before it takes over. A new run begins at its newest step.
 */
export function createStepChoice(records: RecordsStore): StepChoice {
  const chosen = createStore<{ readonly step: number | null; readonly run: number }>(() => ({
    step: null,
    run: 0,
  }))
  const stepNow = () => {
    const { step, run } = chosen.getState()
    return run === records.getState().run ? step : null
  }
  let known = { position: placeNow() }
  const start = known

  function placeNow(): number {
    const { summaries } = records.getState()
    const step = stepNow()
    const last = Math.max(0, summaries.length - 1)
    if (step === null) return last
    const after = summaries.findIndex((summary) => summary.step > step)
    return after === -1 ? last : Math.max(0, after - 1)
  }
  /** The same object as long as nothing changed. */
  function getState() {
    const position = placeNow()
    if (position !== known.position) known = { position }
    return known
  }
  function subscribe(changed: () => void) {
    const stopRecords = records.subscribe(changed)
    const stopChoice = chosen.subscribe(changed)
    return () => {
      stopRecords()
      stopChoice()
    }
  }
  const at: PositionStore = {
    getState,
    getInitialState: () => start,
    setState(change) {
      const { position } = typeof change === 'function' ? change(getState()) : change
      const { summaries, run } = records.getState()
      const summary = summaries[Math.round(position ?? getState().position)]
      if (summary) chosen.setState({ step: summary.step, run })
    },
    subscribe(listener) {
      let before = getState()
      return subscribe(() => {
        const now = getState()
        if (now !== before) listener(now, before)
        before = now
      })
    },
  }
  return {
    at,
    isNewest: () => stepNow() === null,
    chooseNewest: () => chosen.setState({ step: null, run: records.getState().run }),
    subscribe,
  }
}
