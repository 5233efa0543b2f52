/** The one-file edition (`npm run build:one-file`) opened from disk, with no server and no network. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { PROJECT } from '../../scripts/lib/paths.mjs'
import { lessonIds } from '../../src/lessons/lesson.ts'
import { scalarsOf, unpacked } from '../fixtures/exported.ts'
import { idxImages, idxLabels } from '../fixtures/idx.ts'
import { attribute, control, lossOf, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { picturesOf, settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'
import { startSite } from './helpers/site.ts'
import { goToSum, panelOf } from './helpers/sums.ts'

const file = join(PROJECT, 'dist-one-file', 'faltwerk.html')
const url = pathToFileURL(file).href
const query = { seed: '7', backend: 'wasm', steps: '5' }

test.use({ offline: true })
test.beforeAll(() => {
  if (!existsSync(file)) throw new Error('There is no one-file edition: npm run build:one-file')
})

/** All that the page and its workers ask for, but for what they hold in memory. */
function requestsOf(page: Page): readonly string[] {
  const requests: string[] = []
  page.context().on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url().replace(/#.*/, ''))
  })
  return requests
}

async function train(page: Page) {
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 120_000)
}

test('it trains, exports and explains, and asks for nothing but itself', async ({ page }) => {
  test.setTimeout(150_000)
  console.log(`one-file edition: ${statSync(file).size} bytes`)
  const requests = requestsOf(page)
  await openPage(page, { url, lesson: 'instruments', query })
  await train(page)
  expect(await attribute(page, 'data-backend')).toBe('wasm')
  expect(await attribute(page, 'data-threads')).toBe('1')
  expect(await attribute(page, 'data-source')).toBe('built-in')
  const loss = await lossOf(page)

  await page.locator('label', { hasText: /^Export$/ }).click()
  const start = page.getByRole('button', { name: 'Export for TensorBoard' })
  const [download] = await Promise.all([page.waitForEvent('download'), start.click()])
  const { events } = unpacked(readFileSync(await download.path()))
  const losses = scalarsOf(events.train, 'cross_entropy/cross_entropy')
  expect(losses.map(([step]) => step)).toEqual([1, 2, 3, 4, 5])
  expect(losses.at(-1)?.[1]).toBe(Math.fround(loss))

  // The tape: its keeper and the worker that shows it run from disk too.
  await page.getByRole('slider', { name: 'Tape of the run' }).focus()
  await page.keyboard.press('Home')
  await expect(page.locator('html')).toHaveAttribute('data-shown-step', '0')
  await expect
    .poll(async () => (await picturesOf(page)).every(({ frameStep }) => frameStep === 0), { timeout: 60_000 })
    .toBe(true)
  await page.getByRole('button', { name: 'Live', exact: true }).click()

  await goToSum(page, 'conv2.7.3.4')
  await expect(panelOf(page, 'en').locator('[class*=big]')).not.toBeEmpty()
  await page.reload()
  await expect(panelOf(page, 'en')).toBeVisible() // the address works as on a server
  expect(requests).toEqual([url, url])
})

test('a run goes on when the file is opened again, and travels as a file of its own', async ({
  page,
}, testInfo) => {
  test.setTimeout(240_000)
  await openPage(page, { url, lesson: 'filters', query: { seed: '7', backend: 'wasm' } })
  await waitForStatus(page, 'ready')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  await expect.poll(() => attribute(page, 'data-kept-step'), { timeout: 60_000 }).toBe('1')
  const loss = await lossOf(page)

  await page.reload()
  await waitForStatus(page, 'ready')
  await page.getByRole('button', { name: 'Continue at step 1' }).click({ timeout: 30_000 })
  await waitForStep(page, 1)
  expect(await lossOf(page)).toBe(loss)

  await page.getByRole('button', { name: 'Runs', exact: true }).click()
  const runs = page.getByRole('dialog', { name: 'Runs on this device' })
  await runs.getByRole('button', { name: /^Save: / }).click()
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await runs.getByRole('button', { name: /^To train on/ }).click()
  const runFile = testInfo.outputPath('run.faltwerk')
  await (await coming).saveAs(runFile)

  // Another device has nothing but the two files.
  await page.evaluate(() => indexedDB.deleteDatabase('faltwerk'))
  await page.reload()
  await waitForStatus(page, 'ready')
  await page.getByRole('button', { name: 'Runs', exact: true }).click()
  await runs.locator('input[type=file]').setInputFiles(runFile)
  await waitForStep(page, 1, 60_000)
  expect(await lossOf(page)).toBe(loss)
})

test('all lessons open in both languages, with live pictures and no error', async ({ page }) => {
  test.setTimeout(180_000)
  await openPage(page, { url, query: { ...query, steps: '1' } })
  await train(page)
  for (const language of ['de', 'en'] as const) {
    for (const lesson of lessonIds) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#/${language}/${lesson}?backend=wasm&seed=7&steps=1`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await settledPictures(page)
    }
  }
})

test('it learns as the page on a server does, on WASM to the last bit, and on WebGL', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const lossOfFirstStep = async (address: string, backend: string) => {
    await page.goto('about:blank') // another hash alone would not load the page anew
    await openPage(page, { url: address, lesson: 'loss', query: { seed: '7', backend } })
    await waitForStatus(page, 'ready', 90_000)
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, 1, 90_000)
    expect(await attribute(page, 'data-backend')).toBe(backend)
    expect(await attribute(page, 'data-source')).toBe('built-in')
    return await lossOf(page)
  }
  const onWasm = await lossOfFirstStep(url, 'wasm')
  expect(Math.abs((await lossOfFirstStep(url, 'webgl')) / onWasm - 1)).toBeLessThan(1e-4)

  const site = await startSite({ mnist: 'none' })
  await context.setOffline(false)
  expect(await lossOfFirstStep(site.url, 'wasm')).toBe(onWasm)
  await site.stop()
})

test('it measures the backends, although its worker may not start itself again from its address', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url })
  await waitForStatus(page, 'ready', 90_000)
  await page.getByRole('button', { name: /Compute and data/ }).click()
  await expect(page.getByText(/ms per image/).first()).toBeVisible()
})

test('it takes digits from files, and offers no download', async ({ page }) => {
  const digits = [
    { name: 'images', buffer: Buffer.from(idxImages(120, (n, at) => (n * at) % 256)) },
    { name: 'labels', buffer: Buffer.from(idxLabels(Array.from({ length: 120 }, (_, n) => n % 10))) },
  ]
  await openPage(page, { url, query })
  await waitForStatus(page, 'ready')
  await expect(page.getByText('Faltwerk in one file')).toBeVisible()
  await page.getByRole('button', { name: /Compute and data/ }).click()
  await expect(page.getByText('This edition is a single file')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Load MNIST' })).toHaveCount(0)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(digits.map((one) => ({ ...one, mimeType: 'application/octet-stream' })))
  await expect.poll(() => attribute(page, 'data-source')).toBe('files')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  expect(await stepOf(page)).toBe(1)
})

test('what it says of itself is dismissed for good', async ({ page }) => {
  const notice = page.getByText('Faltwerk in einer Datei, ohne Server und Netz')
  await openPage(page, { url, language: 'de', query })
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Meldung schließen' }).click()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('its policy lets nothing out', async ({ page, watch }) => {
  await openPage(page, { url, query })
  const sent = await page.evaluate(() =>
    fetch('https://faltwerk.test/').then(
      () => 'sent',
      () => 'refused',
    ),
  )
  expect(sent).toBe('refused')
  expect(watch.faults.some((fault) => /Content Security Policy/.test(fault))).toBe(true)
  watch.faults.length = 0
})
