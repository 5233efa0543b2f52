/** The steps of a run that can be shown. */
import { useStore } from 'zustand'
import type { RunId } from '../../protocol/keep.ts'
import { usePageRun } from '../../session/useRun.ts'

const none: readonly number[] = []

export function useKeptSteps(run: RunId | null): readonly number[] {
  const { keeper } = usePageRun()
  return useStore(keeper.store, ({ tapes }) => (run === null ? none : (tapes.get(run)?.steps ?? none)))
}
