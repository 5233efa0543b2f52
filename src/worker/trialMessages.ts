/** Between the worker and the trial workers it starts to measure backends. */
import type { BackendName } from '../protocol/messages.ts'

export type TrialCommand = {
  readonly backend: BackendName
  readonly gentle: boolean
  /** The best so far: a backend that cannot beat it any more stops measuring. Infinity at first. */
  readonly msPerImageToBeat: number
}

export type TrialReport =
  /** The code is loaded, the backend is not touched yet. */
  | { readonly type: 'loaded' }
  /** A first time; a better one may follow. */
  | {
      readonly type: 'measured'
      readonly msPerImage: number
      readonly threads: number
      readonly last: boolean
    }
  | { readonly type: 'unavailable'; readonly reason: string }
