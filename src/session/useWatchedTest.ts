/** Which test digit flows through the network; null while it is another one. */
import { useSyncExternalStore } from 'react'
import { useRunHandle } from './useRun.ts'

export function useWatchedTest(): number | null {
  const { frames } = useRunHandle()
  return useSyncExternalStore(frames.subscribe, () => {
    const digit = frames.latest()?.digit ?? frames.digit()
    return digit.from === 'test' ? digit.index : null
  })
}
