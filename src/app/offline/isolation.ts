/**
 * Threads need a cross-origin isolated page. Hosts that cannot set headers get them from our service worker, but
 * only from the second load on: so the first visit there reloads itself, at most once a tab.
 */
const RELOADED_KEY = 'faltwerk-reloaded-for-isolation'

/** Reloads if that would isolate the page, was not tried before, and disturbs nobody. */
export function reloadOnceForIsolation({ mayReload }: { mayReload: () => boolean }): void {
  if (crossOriginIsolated || navigator.serviceWorker.controller === null || !mayReload()) return
  try {
    if (sessionStorage.getItem(RELOADED_KEY) !== null) return
    sessionStorage.setItem(RELOADED_KEY, 'yes')
  } catch {
    return // Without a memory of the reload it could go round in circles.
  }
  location.reload()
}
