/** Whether the page is so narrow that its parts stand one below the other (as the figures' style sheets have it). */
import { useSyncExternalStore } from 'react'

const query = '(max-width: 60rem)'

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

function subscribe(changed: () => void): () => void {
  const list = matchMedia(query)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}
