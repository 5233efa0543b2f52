/** The right answer for the watched digit; null for a drawn one, and before the first frame. */
import { useSyncExternalStore } from 'react'
import { useRunHandle } from './useRun.ts'

export function useWatchedLabel(): number | null {
  const { frames } = useRunHandle()
  return useSyncExternalStore(frames.subscribe, () => frames.latest()?.label ?? null)
}
