/**
 * Playwright's `test` with the built page on a server (`site`) and a watch over the page: a foreign request, a breach of
 * the content security policy or an error nobody caught fails the test, whatever it is about.
 */
import { type BrowserContext, test as base } from '@playwright/test'
import { type Site, startSite } from './site.ts'

export { expect } from '@playwright/test'

type Watch = {
  /** What went wrong so far, as sentences. A test may take out what it expects. */
  readonly faults: string[]
}

export const test = base.extend<{ watch: Watch }, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const site = await startSite()
      await use(site)
      await site.stop()
    },
    { scope: 'worker' },
  ],
  watch: [
    async ({ context }, use) => {
      const faults: string[] = []
      await watchOver(context, faults)
      await use({ faults })
      base.expect(faults).toEqual([])
    },
    { auto: true },
  ],
  // Most tests are about the page, not about keeping it: the tests of offline use switch this on.
  serviceWorkers: 'block',
})

async function watchOver(context: BrowserContext, faults: string[]): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Content Security Policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    const isOurs = ['localhost', '127.0.0.1', 'faltwerk.test'].includes(url.hostname)
    if (!isOurs && !['blob:', 'data:', 'file:'].includes(url.protocol))
      faults.push(`foreign request: ${url.href}`)
  })
  // Workers report here too.
  context.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`))
}
