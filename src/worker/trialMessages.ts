/** Between the worker and the trial workers it starts to measure backends. */
import type { BackendName } from '../protocol/messages.ts'

export type TrialCommand = {
  readonly backend: BackendName
  readonly gentle: boolean
  /** The best so far: a backend that cannot beat it any more stops measuring. Infinity when there is none. */
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
  /** Even its plain matrix product is too slow to beat the best: no step was taken. */
  | { readonly type: 'too-slow' }
  | { readonly type: 'unavailable'; readonly reason: string }
