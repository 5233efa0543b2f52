import { useEffect, useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'

/** Shorter waits need no word. */
const patienceMs = 400

/**
 * Whether something is waited for long enough to say so; renders for nothing else. `waitsFor` is null while nothing is, and with
 * another value the wait begins anew. It must stay the same function.
 */
export function useSlow<State>(store: StoreApi<State>, waitsFor: (state: State) => string | null): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let before: string | null = null
    const follow = () => {
      const now = waitsFor(store.getState())
      if (now === before) return
      before = now
      clearTimeout(timer)
      setSlow(false)
      if (now !== null) timer = setTimeout(() => setSlow(true), patienceMs)
    }
    follow()
    const stop = store.subscribe(follow)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, waitsFor])
  return isSlow
}
