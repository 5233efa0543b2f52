/** The steps of a run that can be shown. */
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunId } from '../../protocol/keep.ts'
import type { KeeperState } from '../../session/keeper.ts'
import { usePageRun } from '../../session/useRun.ts'

const none: readonly number[] = []

export function useKeptSteps(run: RunId | null): readonly number[] {
  return useKept(({ tapes }) => (run === null ? none : (tapes.get(run)?.steps ?? none)))
}

/** One value of what is kept on this device. */
export function useKept<Value>(selector: (state: Pick<KeeperState, 'runs' | 'tapes'>) => Value): Value {
  const { keeper } = usePageRun()
  const nothing = useMemo<StoreApi<Pick<KeeperState, 'runs' | 'tapes'>>>(
    () => createStore(() => ({ runs: [], tapes: new Map() })),
    [],
  )
  return useStore(keeper?.store ?? nothing, selector)
}
