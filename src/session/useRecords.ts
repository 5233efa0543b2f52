/** What the run has written down, in React. */
import { useStore } from 'zustand'
import type { Records } from './records.ts'
import { useRunHandle } from './useRun.ts'

/** One value of the records; the component renders again when it changes (after a summary: every 100 steps). */
export function useRecords<Value>(selector: (records: Records) => Value): Value {
  return useStore(useRunHandle().records, selector)
}
