/** The page on servers that give less than ours. */
import { attribute, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { startSite } from './helpers/site.ts'
import { expect, test } from './helpers/test.ts'

test.describe('over plain http from another machine', () => {
  test('the page trains, shows everything, and says what is missing', async ({ page, site }) => {
    await openPage(page, { url: site.plainHttpUrl, language: 'en', query: { backend: 'wasm' } })
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await waitForStatus(page, 'ready')
    expect(await attribute(page, 'data-threads')).toBe('1')
    await expect(page.getByText('over http from another machine').first()).toBeVisible()
    await control(page, 'train', 'en').click()
    await waitForStep(page, 3)
    await control(page, 'pause', 'en').click()
    await waitForStatus(page, 'paused')
    for (const canvas of await page.locator('canvas[data-tap]').all()) {
      await expect(canvas).toHaveAttribute('data-frame-step', /^\d+$/)
    }
  })

  test('the page says so in German too', async ({ page, site }) => {
    await openPage(page, { url: site.plainHttpUrl, language: 'de' })
    await expect(page.getByText('über http von einem anderen Gerät').first()).toBeVisible()
  })
})

test.describe('under a path of a host that can set no headers', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the service worker isolates the page, with one reload', async ({ page }) => {
    const site = await startSite({ base: '/some/where/', headers: 'none', mnist: 'none' })
    const loads: string[] = []
    page.on('load', () => loads.push(page.url()))
    await openPage(page, { url: site.url, lesson: 'convolution' })
    await expect.poll(() => page.evaluate(() => crossOriginIsolated).catch(() => false)).toBe(true)
    await waitForStatus(page, 'ready')
    await page.waitForTimeout(1000) // a second reload would come at once
    expect(loads.length).toBe(2)
    await expect(page).toHaveURL(/\/some\/where\/#\/en\/convolution/)
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    await site.stop()
  })

  test('a run that has begun is not reloaded away', async ({ page }) => {
    const site = await startSite({ base: '/some/where/', headers: 'none', mnist: 'none' })
    // The service worker comes only once the run is under way.
    let letServiceWorkerCome = () => {}
    const come = new Promise<void>((resolve) => {
      letServiceWorkerCome = resolve
    })
    await page.context().route('**/sw.js', async (route) => {
      await come
      await route.continue()
    })
    await openPage(page, { url: site.url, query: { backend: 'wasm' } })
    await waitForStatus(page, 'ready')
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, 1)
    letServiceWorkerCome()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await page.waitForTimeout(1000)
    expect(await attribute(page, 'data-step')).toBe('1')
    await site.stop()
  })
})
