/** The address bar as the one place where lesson, language and theme of a screen are kept. */
import { useMemo, useSyncExternalStore } from 'react'
import { type Address, formatAddress, parseAddress } from './address.ts'

const listeners = new Set<() => void>()

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  addEventListener('hashchange', changed)
  return () => {
    listeners.delete(changed)
    removeEventListener('hashchange', changed)
  }
}

export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => parseAddress(hash), [hash])
}

export function currentAddress(): Address {
  return parseAddress(location.hash)
}

/** Goes to a changed address. A new lesson is a step that *back* undoes; everything else replaces the entry. */
export function changeAddress(changes: Partial<Address>, { asStep = false } = {}): void {
  const hash = formatAddress({ ...currentAddress(), ...changes })
  if (hash === location.hash) return
  if (asStep) history.pushState(null, '', hash)
  else history.replaceState(null, '', hash)
  for (const changed of listeners) changed()
}
