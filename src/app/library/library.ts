/** The library of the page: what is open of it, what is on its way, and what there is to say. One for the page. */
import { createStore } from 'zustand/vanilla'
import type { FileProblem, KeepProblem, RunId } from '../../protocol/keep.ts'
import type { DataSource } from '../../protocol/messages.ts'

/** What is going on, with a way to end it. */
export type Work = {
  readonly kind: 'fetching' | 'unpacking' | 'packing' | 'opening'
  /** The file, or the run. */
  readonly name: string
  /** 0 … 1; null while nothing is known. */
  readonly share: number | null
  readonly stop: () => void
}

/** Why there is no run at the address after `run=`. */
export type FetchProblem =
  | { readonly code: 'run-elsewhere' | 'run-no-server'; readonly url: string }
  | { readonly code: 'run-not-found'; readonly url: string; readonly status: number }
  | { readonly code: 'run-unreachable'; readonly url: string }

export type LibraryMessage =
  | { readonly kind: 'problem'; readonly problem: KeepProblem | FileProblem | FetchProblem }
  /** In the library now; `lost` names what was damaged in the file. */
  | { readonly kind: 'imported'; readonly name: string; readonly lost: readonly string[] }
  | { readonly kind: 'saved'; readonly fileName: string; readonly bytes: number }
  /** The page goes on with it. `isExact` false: with another backend or kernels than before. */
  | { readonly kind: 'continued'; readonly name: string; readonly step: number; readonly isExact: boolean }
  /** A file of weights is read; `begin` makes them step 0 of a new run. */
  | { readonly kind: 'weights-read'; readonly fileName: string; readonly begin: () => void }
  | { readonly kind: 'weights-begun'; readonly fileName: string }
  /** Digits are opened elsewhere: they would end the run of the page. */
  | { readonly kind: 'digits' }
  /** It can be looked at, and not be trained on: why. */
  | { readonly kind: 'look-only'; readonly reason: 'no-state' | 'nothing' }
  | { readonly kind: 'look-only'; readonly reason: 'other-digits'; readonly source: DataSource }

type Library = {
  readonly isOpen: boolean
  readonly work: Work | null
  /** About what was done last; the bar above the dock says it, or the window where it is open. */
  readonly message: LibraryMessage | null
  /** A run that is looked at and can go on, while the present one stays. */
  readonly looking: {
    readonly id: RunId
    readonly name: string
    readonly step: number
    readonly canContinue: boolean
  } | null
  /** Runs that are gone from the list, and not yet from the device. */
  readonly leaving: readonly RunId[]
}

export const library = createStore<Library>(() => ({
  isOpen: false,
  work: null,
  message: null,
  looking: null,
  leaving: [],
}))

export const openLibrary = () => library.setState({ isOpen: true, message: null })
export const closeLibrary = () => library.setState({ isOpen: false })
export const say = (message: LibraryMessage | null) => library.setState({ message })
