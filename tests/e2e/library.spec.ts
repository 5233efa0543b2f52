/** Runs of this device: named, saved as a file, deleted, brought back, gone on with, fetched from the server. */
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { dropFile, libraryNames, openLibrary, saved } from './helpers/library.ts'
import {
  attribute,
  control,
  type Language,
  openPage,
  stepOf,
  waitForStatus,
  waitForStep,
} from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const onWasm = { seed: '7', backend: 'wasm' }
const patienceMs = 60_000

test('a run is named, saved, deleted, dropped on the page, and goes on as if nothing had been', async ({
  page,
  site,
  browser,
}) => {
  test.setTimeout(400_000)
  await openPage(page, { url: site.url, lesson: 'filters', query: onWasm })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStep(page, 20, 120_000)
  await control(page, 'pause', 'en').click()
  await waitForStatus(page, 'paused')
  const step = await stepOf(page)
  const loss = await attribute(page, 'data-loss')

  const dialog = await openLibrary(page, 'en')
  await expect(dialog.getByText(`step ${step} of 3,000`)).toBeVisible({ timeout: patienceMs })
  await dialog.getByRole('button', { name: libraryNames.rename.en }).click()
  await dialog.getByRole('textbox', { name: libraryNames.nameOf.en }).fill('Lesson 7')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Lesson 7')).toBeVisible()
  // The run of the page cannot be deleted.
  await expect(dialog.getByRole('button', { name: libraryNames.remove.en })).toBeDisabled()
  const file = await saved(page, dialog, { language: 'en', how: 'whole' })
  expect(file.name).toBe('Lesson-7.faltwerk')

  await page.reload()
  await waitForStatus(page, 'ready')
  await openLibrary(page, 'en')
  await dialog.getByRole('button', { name: libraryNames.remove.en }).click()
  await dialog.getByRole('button', { name: libraryNames.undo.en }).click()
  await dialog.getByRole('button', { name: libraryNames.remove.en }).click()
  await expect(dialog.getByText('There is no run here yet.')).toBeVisible({ timeout: patienceMs })
  await page.keyboard.press('Escape')

  await dropFile(page, { url: `${site.url}drop/`, ...file })
  await expect(page.getByText('“Lesson 7” is on the page, paused at step')).toBeVisible({
    timeout: patienceMs,
  })
  expect(await stepOf(page)).toBe(step)
  expect(await attribute(page, 'data-loss')).toBe(loss)
  expect(await attribute(page, 'data-status')).toBe('paused')

  await oneStepOn(page, step + 1)
  await oneStepOn(page, step + 2)
  const again = await weightsOf(page, 'en', step + 2)
  const context = await browser.newContext()
  const other = await context.newPage()
  await openPage(other, { url: site.url, lesson: 'filters', query: { ...onWasm, steps: `${step + 2}` } })
  await waitForStatus(other, 'ready')
  await control(other, 'train', 'en').click()
  await waitForStatus(other, 'finished', 120_000)
  const uninterrupted = await weightsOf(other, 'en', step + 2)
  await context.close()
  expect(again.length).toBeGreaterThan(13_000_000)
  expect(Buffer.compare(again, uninterrupted)).toBe(0)
})

test('a run of the server opens by its address, once; a reload does not fetch it again', async ({
  page,
  site,
}) => {
  test.setTimeout(240_000)
  await openPage(page, { url: site.url, lesson: 'filters', language: 'de', query: { ...onWasm, steps: '3' } })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'de').click()
  await waitForStatus(page, 'finished', patienceMs)
  const dialog = await openLibrary(page, 'de')
  await expect(dialog.getByText('Schritt 3 von 3 ·')).toBeVisible({ timeout: patienceMs })
  const file = await saved(page, dialog, { language: 'de', how: 'whole' })

  const asked: string[] = []
  await page.route(`${site.url}kurse/stunde.faltwerk`, async (route) => {
    asked.push(route.request().method())
    await route.fulfill({
      body: file.bytes,
      headers: { etag: '"1"' },
      contentType: 'application/octet-stream',
    })
  })
  const query = { ...onWasm, run: 'kurse/stunde.faltwerk' }
  await openPage(page, { url: `${site.url}?a=1`, lesson: 'filters', language: 'de', query })
  await expect(page.getByText(/ist auf der Seite, angehalten bei Schritt/)).toBeVisible({
    timeout: patienceMs,
  })
  expect(await stepOf(page)).toBe(3)
  expect(asked).toEqual(['GET'])
  await page.reload()
  await expect(page.getByText(/ist auf der Seite, angehalten bei Schritt/)).toBeVisible({
    timeout: patienceMs,
  })
  expect(asked).toEqual(['GET', 'HEAD'])
})

test('what is no run is refused with a sentence in both languages, and nothing else happens', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'filters', query: onWasm })
  await waitForStatus(page, 'ready')
  await dropFile(page, { url: `${site.url}drop/`, name: 'notes.txt', bytes: Buffer.from('only words') })
  await expect(page.getByText(/“notes\.txt” holds neither a run nor weights nor digits/)).toBeVisible()
  await control(page, 'german', 'en').click()
  await expect(page.getByText(/„notes\.txt“ enthält weder einen Lauf/)).toBeVisible()

  const torn = Buffer.concat([
    Buffer.from('PK\u0003\u0004'),
    Buffer.alloc(22),
    Buffer.from([13, 0, 0, 0]),
    Buffer.from('manifest.json'),
  ])
  await dropFile(page, { url: `${site.url}drop/`, name: 'torn.faltwerk', bytes: torn })
  await expect(page.getByText(/„torn\.faltwerk“ ist beschädigt/)).toBeVisible()

  for (const [run, sentence] of [
    ['https://example.org/a.faltwerk', /Hinter „run=“ steht eine fremde Adresse/],
    ['gibt-es-nicht.faltwerk', /Auf dem Server ist kein Lauf unter .*gibt-es-nicht\.faltwerk \(Fehler 404\)/],
  ] as const) {
    await page.goto(`${site.url}#/de/filters?${new URLSearchParams({ ...onWasm, run })}`)
    await expect(page.getByText(sentence)).toBeVisible()
  }
  expect(await stepOf(page)).toBe(0)
  expect(await attribute(page, 'data-status')).toBe('ready')
})

/** All weights and biases of the present run as they leave the page. */
async function weightsOf(page: Page, language: Language, step: number): Promise<Buffer> {
  const dialog = await openLibrary(page, language)
  await expect(dialog.getByText(`step ${step} of`)).toBeVisible({ timeout: patienceMs })
  const { bytes } = await saved(page, dialog, { language, how: 'small' })
  const entries = unzipSync(bytes, { filter: ({ name }) => name === 'network.safetensors' })
  return Buffer.from(entries['network.safetensors'] ?? [])
}

async function oneStepOn(page: Page, step: number) {
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, step)
}
