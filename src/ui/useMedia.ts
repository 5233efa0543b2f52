/** Whether a media query holds, live. */
import { useSyncExternalStore } from 'react'

/** Parts of a figure stand one below the other (as the figures' style sheets have it). */
export const narrowPage = '(max-width: 60rem)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
