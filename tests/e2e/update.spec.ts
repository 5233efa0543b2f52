/** A new version is offered, and comes when it is asked for. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PROJECT } from '../../scripts/lib/paths.mjs'
import { control, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { startSite } from './helpers/site.ts'
import { expect, test } from './helpers/test.ts'

test.use({ serviceWorkers: 'allow' })

test('a new version waits for the button and leaves the run alone', async ({ page }) => {
  test.setTimeout(120_000)
  const root = await mkdtemp(join(tmpdir(), 'faltwerk-update-'))
  await cp(join(PROJECT, 'dist'), root, { recursive: true, filter: (path) => !path.includes('ubyte') })
  const site = await startSite({ root, mnist: 'none' })
  await openPage(page, { url: site.url, query: { backend: 'wasm' } })
  await waitForStatus(page, 'ready')
  await expect(page.getByText('works offline now').first()).toBeVisible({ timeout: 60_000 })
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)

  await publishNewVersion(root)
  const update = page.getByRole('button', { name: 'Update now' })
  await expect(update).toHaveCount(0)
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await expect(update).toBeVisible({ timeout: 30_000 })
  await page.waitForTimeout(500)
  expect(await stepOf(page)).toBe(1)
  expect(await version(page)).toBe(null)

  await update.click()
  await expect.poll(() => version(page).catch(() => null), { timeout: 30_000 }).toBe('next')
  await site.stop()
  await rm(root, { recursive: true })
})

/** The page with a mark in it, and a service worker that knows the page has changed. */
async function publishNewVersion(root: string): Promise<void> {
  const page = join(root, 'index.html')
  await writeFile(page, (await readFile(page, 'utf8')).replace('<html', '<html data-version="next"'))
  const serviceWorker = join(root, 'sw.js')
  const code = await readFile(serviceWorker, 'utf8')
  const changed = code.replace(/"revision":"\w+","url":"index.html"/, '"revision":"next","url":"index.html"')
  expect(changed).not.toBe(code)
  await writeFile(serviceWorker, changed)
}

async function version(page: Page): Promise<string | null> {
  return await page.evaluate(() => document.documentElement.getAttribute('data-version'))
}
