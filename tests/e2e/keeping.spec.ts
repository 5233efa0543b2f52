/** Runs are kept on this device, and where they cannot be the run goes on and the page says why. */
import type { Page } from '@playwright/test'
import { attribute, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import type { Site } from './helpers/site.ts'
import { expect, test } from './helpers/test.ts'

test.setTimeout(240_000)

const query = (steps: number) => ({ backend: 'wasm', seed: '7', steps: String(steps) })

async function opened(page: Page, site: Site, steps = 12): Promise<void> {
  await openPage(page, { url: site.url, query: query(steps) })
  await waitForStatus(page, 'ready')
}

async function trained(page: Page): Promise<void> {
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 90_000)
}

const keeping = (page: Page) => expect.poll(() => attribute(page, 'data-keeping'), { timeout: 30_000 })
const keptStep = (page: Page) => expect.poll(() => attribute(page, 'data-kept-step'), { timeout: 30_000 })

/** What lies in storage of each run. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('faltwerk')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const slots = await new Promise<{ step: number }[]>((resolve) => {
      const reading = database.transaction('slots').objectStore('slots').getAll()
      reading.onsuccess = () => resolve(reading.result)
    })
    database.close()
    const files: number[] = []
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('faltwerk')
    for await (const handle of (
      folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }
    ).values()) {
      files.push((await handle.getFile()).size)
    }
    return { steps: slots.map(({ step }) => step), files }
  })

/** All numbers of a checkpoint: weights and both moments. */
const checkpointBytes = 3 * 4 * 3_274_634

test('the end of a run is kept, with its numbers in files', async ({ page, site }) => {
  await opened(page, site)
  await keeping(page).toBe('yes')
  await trained(page)
  await keptStep(page).toBe('12')
  const { steps, files } = await stored(page)
  expect(Math.max(...steps)).toBe(12)
  expect(steps.length).toBeLessThanOrEqual(2)
  expect(files.length).toBeLessThanOrEqual(3)
  expect(new Set(files)).toEqual(new Set([checkpointBytes]))
})

test('with full storage the run goes on, and is kept by itself when there is room', async ({
  page,
  site,
  context,
}) => {
  await opened(page, site)
  await keeping(page).toBe('yes')
  const { origin } = new URL(site.url)
  const browser = await context.newCDPSession(page)
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 10_000_000 })
  await trained(page)
  await keeping(page).toBe('storage-full')
  expect(await attribute(page, 'data-kept-step')).toBeNull()
  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  await expect.poll(() => attribute(page, 'data-kept-step'), { timeout: 90_000 }).toBe('12')
  await keeping(page).toBe('yes')
})

test('of two tabs one keeps its run, and the other takes over when that is closed', async ({
  page,
  site,
  context,
}) => {
  await opened(page, site)
  await control(page, 'oneStep', 'en').click()
  await keptStep(page).toBe('1')
  const other = await context.newPage()
  await opened(other, site)
  await keeping(other).toBe('other-tab')
  await trained(other)
  expect(await attribute(other, 'data-kept-step')).toBeNull()
  await page.close()
  await keptStep(other).toBe('12')
  await keeping(other).toBe('yes')
})

test('storage that is cleared meanwhile is noticed, and the run is written anew', async ({
  page,
  site,
  context,
}) => {
  await opened(page, site, 60)
  for (const step of [1, 2]) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, step)
    await keptStep(page).toBe(String(step))
  }
  const browser = await context.newCDPSession(page)
  const { origin } = new URL(site.url)
  await browser.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'indexeddb,file_systems,cache_storage',
  })
  await control(page, 'oneStep', 'en').click()
  await keptStep(page).toBe('3')
  await keeping(page).toBe('storage-cleared')
  expect((await stored(page)).steps).toEqual([3])
})

test('without storage the run goes on, and the page says why it is not kept', async ({
  page,
  site,
  context,
}) => {
  await context.route(/keeperWorker.*\.js$/, async (route) => {
    const response = await route.fetch()
    const body = `Object.defineProperty(self, 'indexedDB', { get() { throw new DOMException('forbidden', 'SecurityError') } });${await response.text()}`
    await route.fulfill({ response, body })
  })
  await opened(page, site)
  await keeping(page).toBe('no-storage')
  await trained(page)
  await keeping(page).toBe('no-storage')
  expect(await attribute(page, 'data-kept-step')).toBeNull()
})
