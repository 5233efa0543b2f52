/** What the reader looks at: a phrase of the text and the part of the figure it speaks of carry the same name. */
import { createStore } from 'zustand/vanilla'

type LookState = {
  /** Pointed at or focused at this moment. */
  readonly at: string | null
  /** Held by a click on a phrase, until the next click. */
  readonly held: string | null
}

/** Pictures can `follow` it and ask `isLit` while they paint. */
export const looks = createStore<LookState>(() => ({ at: null, held: null }))

export function isLit(name: string): boolean {
  const { at, held } = looks.getState()
  return (at ?? held) === name
}

export function lookAt(name: string | null): void {
  if (looks.getState().at !== name) looks.setState({ at: name })
}

/** Looks away from `name`, if that is what is looked at. */
export function lookAway(name: string): void {
  if (looks.getState().at === name) lookAt(null)
}

/** Holds the name, or lets it go. */
export function toggleHeld(name: string): void {
  looks.setState(({ held }) => ({ held: held === name ? null : name }))
}

export function forgetLooks(): void {
  looks.setState({ at: null, held: null })
}
