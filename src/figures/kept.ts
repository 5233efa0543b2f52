/** What is chosen in a figure: it stays while its lesson is open, and both sides of a comparison have it in common. */
import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What the figures of one lesson keep, by name. */
export type Kept = Map<string, unknown>

/** Without one, each figure keeps its own. */
export const KeptContext = createContext<Kept | null>(null)

/** What `make` made when `name` was first asked for in this lesson. One name stands for values of one type. */
export function useKept<Value>(name: string, make: () => Value): Value {
  const kept = useContext(KeptContext)
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once
  return useMemo(() => {
    if (kept === null) return make()
    if (!kept.has(name)) kept.set(name, make())
    return kept.get(name) as Value // Of this name, therefore of this type.
  }, [kept, name])
}

/** As `useState`, kept under `name`. */
export function useChoice<Value>(
  name: string,
  first: Value,
): readonly [value: Value, choose: (value: Value) => void] {
  const store = useKept<StoreApi<{ readonly value: Value }>>(`choice/${name}`, () =>
    createStore(() => ({ value: first })),
  )
  const { value } = useStore(store)
  const choose = useMemo(() => (next: Value) => store.setState({ value: next }), [store])
  return [value, choose]
}
