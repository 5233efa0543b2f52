import { useStore } from 'zustand'
import { type Offline, offlineStore } from './offlineStore.ts'

/** The offline state, for components. */
export function useOffline(): Offline {
  return useStore(offlineStore)
}
