/** The slow lane in React. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Run } from './run.ts'
import type { RunState } from './state.ts'

export const RunContext = createContext<Run | null>(null)

/** The run of this page, for its methods and frames. Throws outside of `RunContext`. */
export function useRunHandle(): Run {
  const run = useContext(RunContext)
  if (run === null) throw new Error('A component that uses the run must be inside RunContext.')
  return run
}

/** One value of the slow lane; the component renders again when it changes (at most ten times a second). */
export function useRun<Value>(selector: (state: RunState) => Value): Value {
  return useStore(useRunHandle().store, selector)
}
