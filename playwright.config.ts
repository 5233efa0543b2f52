import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/lib/find-browser.mjs'

/** Tests in a real Chromium: `browser` is the mathematics on every backend, `e2e` the built page (`npm run build`). */
export default defineConfig({
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  // A page waits more than it computes. On two busy cores 19 tests took 197 s in two workers, 290 s in one.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.FALTWERK_TEST_RESULTS ?? 'test-results/results.json' }],
  ],
  use: {
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: [
        '--no-sandbox', // our own page alone; containers have no sandbox to offer
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--enable-unsafe-webgpu', // in software where there is no graphics card
        // A name that is not localhost: http from "another machine" is no secure context.
        '--host-resolver-rules=MAP faltwerk.test 127.0.0.1',
      ],
    },
  },
  projects: [
    { name: 'browser', testDir: 'tests/browser' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
})
