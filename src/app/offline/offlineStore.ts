/** What the dock may say about working without a network; `register.ts` keeps it true. */
import { createStore } from 'zustand/vanilla'

/**
 * `ready` is a promise: the page, both languages, the WASM binaries, the fonts and the data in use are all kept
 * here, and the next visit works with the server gone. `one-file` needs no keeping: the file is all there is.
 */
export type OfflineState = 'one-file' | 'unsupported' | 'installing' | 'ready' | 'failed'

export type Offline = {
  readonly state: OfflineState
  /** Why `state` is `unsupported`; null in every other state. */
  readonly unsupportedBecause: 'plain-http' | 'browser' | 'development' | null
  /** A newer version of the page is kept and waits for `applyUpdate()`. */
  readonly updateReady: boolean
}

export const offlineStore = createStore<Offline>(() => ({
  state: 'installing',
  unsupportedBecause: null,
  updateReady: false,
}))
