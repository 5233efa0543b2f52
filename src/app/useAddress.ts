/** The address bar as the one place where lesson, language and theme of a screen are kept. */
import { useMemo, useSyncExternalStore } from 'react'
import { type Address, formatAddress, parseAddress } from './address.ts'

const patienceMs = 600
const listeners = new Set<() => void>()
/** The address as the page wants it, while the address bar does not have it yet. */
let late: { readonly hash: string; readonly timer: ReturnType<typeof setTimeout> } | null = null

function hashNow(): string {
  return late?.hash ?? location.hash
}

/** Calls `changed` at every change, whoever made it. */
export function onAddress(changed: () => void): () => void {
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
  }
}

function tellAll(): void {
  for (const changed of listeners) changed()
}

export function useAddress(): Address {
  const hash = useSyncExternalStore(onAddress, hashNow)
  return useMemo(() => parseAddress(hash), [hash])
}

/** The address with what the address bar is still to get. */
export function currentAddress(): Address {
  return parseAddress(hashNow())
}

/** Goes to a changed address. A step is undone by *back*: a new lesson, an opened sum; everything else replaces the entry. */
export function changeAddress(changes: Partial<Address>, { asStep = false } = {}): void {
  writeLate()
  const hash = formatAddress({ ...currentAddress(), ...changes })
  if (hash === location.hash) return
  if (asStep) history.pushState(stepState, '', hash)
  else history.replaceState(history.state, '', hash)
  tellAll()
}

/**
 * Takes a step back and keeps what else changed since: whoever closes what a step opened leaves no entry of the history
 * behind. Where the address came in from outside, there is nothing to go back to, and the entry is replaced.
 */
export function undoStep(changes: Partial<Address>): void {
  if (history.state !== stepState) {
    changeAddress(changes)
    return
  }
  forgetLate()
  // What the page wants until the browser has gone back, and then writes over the older entry.
  late = {
    hash: formatAddress({ ...currentAddress(), ...changes }),
    timer: setTimeout(writeLate, patienceMs),
  }
  addEventListener('popstate', writeLate, { once: true })
  history.back()
  tellAll()
}
const stepState = 'step'

/**
 * As `changeAddress`, for what may change many times a second: links carry it at once, the address bar gets it once it
 * stays, for browsers refuse an address that changes too often.
 */
export function changeAddressSoon(changes: Partial<Address>): void {
  const hash = formatAddress({ ...currentAddress(), ...changes })
  if (hash === hashNow()) return
  forgetLate()
  late = { hash, timer: setTimeout(writeLate, patienceMs) }
  tellAll()
}

/** Calls `changed` when the visitor goes to another address: pasted, by a link, back or forward. */
export function onVisitorsAddress(changed: (address: Address) => void): void {
  addEventListener('hashchange', () => changed(currentAddress()))
}

/** Before anything else hears of it, and before a link leaves the entry of the history it belongs to. */
export function watchAddressBar(): void {
  addEventListener('hashchange', () => {
    forgetLate()
    tellAll()
  })
  const leaves = ({ target }: Event) => target instanceof Element && target.closest('a[href]') !== null
  addEventListener('click', (event) => leaves(event) && writeLate(), { capture: true })
  addEventListener('pagehide', writeLate)
}

function writeLate(): void {
  if (late === null) return
  const { hash } = late
  forgetLate()
  history.replaceState(history.state, '', hash)
}

function forgetLate(): void {
  if (late === null) return
  clearTimeout(late.timer)
  late = null
}
