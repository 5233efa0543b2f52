/** Which term explains itself at this moment: one in the whole page, or none. */
import { createStore } from 'zustand/vanilla'

type OpenTerm = {
  readonly key: string | null
  /** Opened by a click: it stays when the pointer leaves. */
  readonly pinned: boolean
}

export const openTerm = createStore<OpenTerm>(() => ({ key: null, pinned: false }))

export function explainTerm(key: string, { pinned }: { readonly pinned: boolean }): void {
  openTerm.setState({ key, pinned })
}

export function closeTerm(key: string): void {
  if (openTerm.getState().key === key) openTerm.setState({ key: null, pinned: false })
}
