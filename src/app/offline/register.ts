import type { DataSource } from '../../protocol/messages.ts'
import { isOneFile } from '../../session/edition.ts'
import { reloadOnceForIsolation } from './isolation.ts'
import { dataIsKept } from './keptData.ts'
import { type Offline, offlineStore } from './offlineStore.ts'

type Kept = 'waiting' | 'yes' | 'no'
let pageKept: Kept = 'waiting'
let dataKept: Kept = 'waiting'
/** Answers about a source that is no longer in use are dropped. */
let lastAsked = 0

/**
 * Starts the service worker and keeps `offlineStore` true from then on. Call it once, when the page has started.
 *
 * `mayReload` answers whether a reload now would disturb nobody (no step done, nothing drawn); it is asked at most
 * once, on hosts that do not isolate the page themselves. On a first visit everything is fetched to be kept: that waits
 * for `started`, so that it takes no time from the run's own start; except where threads wait for the reload.
 */
export function registerOffline(options: {
  readonly mayReload: () => boolean
  readonly started: Promise<void>
}): void {
  if (isOneFile) {
    offlineStore.setState({ state: 'one-file' })
    return
  }
  const obstacle = whatStandsInTheWay()
  if (obstacle !== null) {
    offlineStore.setState({ state: 'unsupported', unsupportedBecause: obstacle })
    return
  }
  void register(options).catch(() => pageIs('no'))
}

/** Say which data the run uses, each time that changes: offline use is promised only for data that is kept. */
export function noteDataSource(source: DataSource): void {
  if (isOneFile || whatStandsInTheWay() !== null) return
  const asked = ++lastAsked
  dataIs('waiting')
  void dataIsKept(source)
    .catch(() => false)
    .then((kept) => {
      if (asked === lastAsked) dataIs(kept ? 'yes' : 'no')
    })
}

/** Switches to the newer version and reloads the page. Ends a run in progress: ask the user before. */
export function applyUpdate(): void {
  void navigator.serviceWorker.getRegistration().then((registration) => {
    const waiting = registration?.waiting
    if (!waiting) return location.reload() // Another tab has switched already.
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage({ type: 'switch-now' })
  })
}

function whatStandsInTheWay(): Offline['unsupportedBecause'] {
  if (import.meta.env.DEV) return 'development'
  if (!isSecureContext) return 'plain-http'
  return 'serviceWorker' in navigator ? null : 'browser'
}

async function register({ mayReload, started }: Parameters<typeof registerOffline>[0]): Promise<void> {
  const container = navigator.serviceWorker
  const firstVisit = container.controller === null
  container.addEventListener('controllerchange', () => {
    if (firstVisit) reloadOnceForIsolation({ mayReload })
    else offlineStore.setState({ updateReady: true })
  })
  if (firstVisit && crossOriginIsolated) await started
  const registration = await container.register(new URL('sw.js', document.baseURI))
  if (registration.waiting && registration.active) offlineStore.setState({ updateReady: true })
  registration.addEventListener('updatefound', () => follow(registration))
  follow(registration)
  await container.ready
  pageIs('yes')
}

/** Watches one version being kept: the first makes the page work offline, every later one is offered. */
function follow(registration: ServiceWorkerRegistration): void {
  const incoming = registration.installing
  incoming?.addEventListener('statechange', () => {
    if (incoming.state === 'installed' && registration.active) offlineStore.setState({ updateReady: true })
    if (incoming.state === 'redundant' && !registration.active) pageIs('no')
  })
}

function pageIs(kept: Kept): void {
  pageKept = kept
  publish()
}

function dataIs(kept: Kept): void {
  dataKept = kept
  publish()
}

function publish(): void {
  const parts = [pageKept, dataKept]
  const state = parts.includes('no') ? 'failed' : parts.includes('waiting') ? 'installing' : 'ready'
  offlineStore.setState({ state })
}
