/** The slow lane in React. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Keeper } from './keeper.ts'
import type { Offer } from './offer.ts'
import type { Run } from './run.ts'
import type { Scrubber } from './scrubber.ts'
import type { RunState } from './state.ts'
import type { TapePlayer } from './tapePlayer.ts'
import type { View } from './view.ts'

/** The run as it is looked at here: the page's view of it, or one of those that are compared. */
export const RunContext = createContext<Run | null>(null)

/**
 * The run of this page as it is now, the view of it that the page shows, what opens pictures for more views, what keeps runs on
 * this device, and what moves the view along the tape.
 */
export type PageRun = {
  readonly run: Run
  readonly view: View
  readonly player: TapePlayer
  readonly keeper: Keeper
  readonly scrubber: Scrubber
  /** What was kept and can go on. */
  readonly offer: Offer
}
export const LiveRunContext = createContext<PageRun | null>(null)

/** The run as shown here, for its methods and frames. Throws outside of `RunContext`. */
export function useRunHandle(): Run {
  const run = useContext(RunContext)
  if (run === null) throw new Error('A component that uses the run must be inside RunContext.')
  return run
}

/** One value of the slow lane; the component renders again when it changes (at most ten times a second). */
export function useRun<Value>(selector: (state: RunState) => Value): Value {
  return useStore(useRunHandle().store, selector)
}

/** For those who open views of their own. */
export function usePageRun(): PageRun {
  const page = useContext(LiveRunContext)
  if (page === null)
    throw new Error('A component that uses the run of the page must be inside LiveRunContext.')
  return page
}

/** The run as it is now, whatever is shown of it: for the dock and for messages. */
export function useLiveRunHandle(): Run {
  return usePageRun().run
}

export function useLiveRun<Value>(selector: (state: RunState) => Value): Value {
  return useStore(usePageRun().run.store, selector)
}
