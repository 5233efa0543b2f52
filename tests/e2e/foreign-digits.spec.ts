/** A kept run goes on with its own digits alone: with others the page says so, shows it, and leaves it as it is. */
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { barFiles, openFiles } from './helpers/digitFiles.ts'
import { keptRuns, patienceMs, visitAgain } from './helpers/kept.ts'
import { openLibrary, openListed } from './helpers/library.ts'
import { attribute, control, type Language, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { hasMnist } from './helpers/site.ts'
import { expect, test } from './helpers/test.ts'

const visit = (context: BrowserContext, url: string, language: Language) =>
  visitAgain(context, { url: url, lesson: 'filters', language })

async function oneStep(page: Page, language: Language, step: number) {
  await control(page, 'oneStep', language).click()
  await waitForStep(page, step)
  await expect.poll(() => attribute(page, 'data-kept-step'), { timeout: patienceMs }).toBe(String(step))
}

/** Two steps on bars, kept. */
async function runOnBars(page: Page) {
  await openFiles(page, barFiles)
  await expect.poll(() => attribute(page, 'data-source')).toBe('files')
  await waitForStatus(page, 'ready', patienceMs)
  for (const step of [1, 2]) await oneStep(page, 'en', step)
}

const messagesOf = (page: Page) => page.getByRole('region', { name: /^(Messages|Meldungen)$/ })
const goOn = (within: Page | Locator) =>
  within.getByRole('button', { name: /^(Continue at step|Weiter ab Schritt) 2$/ })

test('a run from files asks for its files, and goes on when they are brought', async ({ context, site }) => {
  test.setTimeout(400_000)
  let page = await visit(context, site.url, 'en')
  await runOnBars(page)
  const before = await keptRuns(page)
  expect(before).toMatchObject([{ step: 2, canContinue: true, tapeSteps: [0, 1, 2] }])
  await page.close()

  page = await visit(context, site.url, 'de')
  const source = await attribute(page, 'data-source')
  expect(source).not.toBe('files')
  await goOn(page).click()
  const messages = messagesOf(page)
  await expect(messages).toContainText('Dieser Lauf hat aus eigenen Dateien gelernt (96 Trainingsbilder).')
  await control(page, 'english', 'de').click()
  await expect(messages).toContainText('This run learned from your own files (96 training images).')
  await control(page, 'german', 'en').click()
  expect(await attribute(page, 'data-source')).toBe(source)
  expect(await stepOf(page)).toBe(0)

  expect(await keptRuns(page)).toEqual(before)

  await openFiles(page, barFiles, 'de')
  await waitForStatus(page, 'paused', patienceMs)
  expect(await stepOf(page)).toBe(2)
  await expect(goOn(page)).toBeHidden()
  await oneStep(page, 'de', 3)
  const [after, ...others] = await keptRuns(page)
  expect(others).toEqual([])
  expect(after).toMatchObject({
    id: before[0]?.id,
    step: 3,
    historySteps: [1, 2, 3],
    tapeSteps: [0, 1, 2, 3],
  })
})

test('with other digits it can be looked at; what is trained on them is a run beside it, and nothing is overwritten', async ({
  context,
  site,
}) => {
  test.setTimeout(400_000)
  let page = await visit(context, site.url, 'en')
  await runOnBars(page)
  const before = await keptRuns(page)
  await page.close()

  page = await visit(context, site.url, 'de')
  let dialog = await openLibrary(page, 'de')
  await openListed(dialog, 'de')
  await expect.poll(() => attribute(page, 'data-shown-step'), { timeout: patienceMs }).toBe('2')
  await expect(page.getByText(/^Du siehst „/)).toBeVisible()
  await expect(page.getByText(/^Dieser Lauf hat mit Ziffern aus Dateien gelernt\./)).toBeVisible()
  // Said and offered once.
  await expect(goOn(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Zurück zu meinem Lauf' }).click()
  await control(page, 'english', 'de').click()
  await oneStep(page, 'en', 1)
  const loss = await attribute(page, 'data-loss')
  dialog = await openLibrary(page, 'en')
  await openListed(dialog, 'en')
  await expect.poll(() => attribute(page, 'data-shown-step'), { timeout: patienceMs }).toBe('2')
  await goOn(page).click()
  await expect(page.getByText(/^This run learned from digits in files\./)).toBeVisible()
  await control(page, 'german', 'en').click()
  await expect(page.getByText(/^Dieser Lauf hat mit Ziffern aus Dateien gelernt\./)).toBeVisible()
  await control(page, 'english', 'de').click()
  await page.getByRole('button', { name: 'Back to my run' }).click()
  expect(await stepOf(page)).toBe(1)
  expect(await attribute(page, 'data-loss')).toBe(loss)
  await oneStep(page, 'en', 2)
  const [own, kept] = await keptRuns(page)
  expect(own).toMatchObject({ step: 2, historySteps: [1, 2] })
  expect([kept]).toEqual(before)
})

test('a run from MNIST takes no built-in digits for it, and costs the run of the page nothing', async ({
  context,
  site,
}) => {
  test.skip(!hasMnist, 'FALTWERK_MNIST names no folder with MNIST')
  test.setTimeout(400_000)
  let page = await visit(context, site.url, 'en')
  expect(await attribute(page, 'data-source')).toBe('mnist')
  for (const step of [1, 2]) await oneStep(page, 'en', step)
  const before = await keptRuns(page)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await page.close()

  await context.route('**/data/mnist/*', (route) => route.fulfill({ status: 404 }))
  page = await visit(context, site.url, 'en')
  expect(await attribute(page, 'data-source')).toBe('built-in')
  await goOn(page).click()
  const messages = messagesOf(page)
  await expect(messages).toContainText('This run learned from MNIST, which is not available here right now.')
  await expect(messages).toContainText('“train-images-idx3-ubyte.gz” could not be loaded')
  await control(page, 'german', 'en').click()
  await expect(messages).toContainText('Dieser Lauf hat aus MNIST gelernt, und MNIST ist hier gerade nicht')
  await control(page, 'english', 'de').click()

  await runOnBars(page)
  const dialog = await openLibrary(page, 'en')
  await openListed(dialog, 'en')
  await goOn(page).click()
  await expect(page.getByText(/^This run learned from MNIST\./)).toBeVisible({ timeout: patienceMs })
  await page.getByRole('button', { name: 'Back to my run' }).click()
  expect(await attribute(page, 'data-source')).toBe('files')
  expect(await stepOf(page)).toBe(2)
  const [own, kept] = await keptRuns(page)
  expect(own?.step).toBe(2)
  expect([kept]).toEqual(before)

  // MNIST is back: now it goes on.
  await context.unroute('**/data/mnist/*')
  await openLibrary(page, 'en')
  await openListed(dialog, 'en')
  await goOn(page).click()
  await waitForStatus(page, 'paused', patienceMs)
  await expect.poll(() => attribute(page, 'data-source'), { timeout: patienceMs }).toBe('mnist')
  await expect.poll(() => stepOf(page)).toBe(2)
})
