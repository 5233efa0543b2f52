/** What lies over the page: the help, a blank screen, the lens. */
import { createStore } from 'zustand/vanilla'

export const overlays = createStore<{
  readonly help: boolean
  readonly blank: boolean
  readonly lens: boolean
}>(() => ({ help: false, blank: false, lens: false }))

export function toggleOverlay(name: 'blank' | 'lens'): void {
  overlays.setState((now) => ({ [name]: !now[name] }))
}
