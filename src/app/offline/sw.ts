/**
 * The service worker: keeps the whole page, serves it without a network, and gives every kept file the headers of
 * cross-origin isolation, for hosts that cannot set them. MNIST is not its business: the worker of the run keeps it.
 */
import { clientsClaim } from 'workbox-core'
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[]
}

/** Statuses whose responses must not have a body. */
const BODILESS = [101, 103, 204, 205, 304]

function isolated(response: Response): Response {
  if (response.status === 0) return response // opaque: nothing of it may be read or copied
  const headers = new Headers(response.headers)
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  const body = BODILESS.includes(response.status) ? null : response.body
  return new Response(body, { status: response.status, statusText: response.statusText, headers })
}

addPlugins([{ handlerWillRespond: async ({ response }) => isolated(response) }])
cleanupOutdatedCaches()
// The page's own state lives behind `#`: whatever a link carries after `?` changes no file.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./], cleanURLs: false })
clientsClaim()

// A new version waits until the user wants it: a run in progress must not lose its page.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'switch-now') void self.skipWaiting()
})
