/** Serves the sources with Vite and gives each test a page in which `window.numerics` is ready. */
import { test as base, type Page } from '@playwright/test'
import { createServer } from 'vite'

export { expect } from '@playwright/test'

export const test = base.extend<{ numericsPage: Page }, { sourceUrl: string }>({
  sourceUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use, { parallelIndex }) => {
      const server = await createServer({
        logLevel: 'error',
        cacheDir: `node_modules/.vite-browser-tests-${parallelIndex}`, // two servers would write into one
        optimizeDeps: {
          include: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-backend-webgpu'],
          entries: [],
        },
        server: {
          port: 0,
          host: '127.0.0.1',
          hmr: false,
          watch: null,
          headers: {
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
          },
        },
      })
      await server.listen()
      const address = server.httpServer?.address()
      if (!address || typeof address === 'string') throw new Error('The server has no port.')
      await use(`http://127.0.0.1:${address.port}`)
      await server.close()
    },
    { scope: 'worker' },
  ],
  numericsPage: async ({ page, sourceUrl }, use) => {
    await page.goto(`${sourceUrl}/tests/browser/page.html`)
    await page.waitForFunction(() => 'numerics' in window)
    await use(page)
  },
})

/** What is larger than `limit`, so that a failing test names the culprits. */
export function above(limit: number, errors: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => !(error <= limit)))
}
