/** What the worker's last minute went into, in React; new once a second. */
import { useStore } from 'zustand'
import type { BusyReport } from '../protocol/busy.ts'
import { useRunHandle } from './useRun.ts'

export function useBusy(): readonly BusyReport[] {
  return useStore(useRunHandle().busy).recent
}
