/** Run files with damaged parts: what can be opened is opened and what is missing is said; what cannot is refused, and nothing changes. */
import type { Page } from '@playwright/test'
import { readDirectory } from '../../src/zip/directory.ts'
import { keptRuns, rememberWorkers } from './helpers/kept.ts'
import { dropFile, openLibrary, saved } from './helpers/library.ts'
import { attribute, control, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const query = { seed: '7', backend: 'wasm', steps: '6' }
const patienceMs = 120_000

async function visit(page: Page, url: string) {
  await rememberWorkers(page)
  await openPage(page, { url, lesson: 'loss', query })
  await waitForStatus(page, 'ready', patienceMs)
}

async function oneStep(page: Page, step: number) {
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, step)
  await expect.poll(() => attribute(page, 'data-kept-step'), { timeout: patienceMs }).toBe(String(step))
}

/** The file with some bytes in the middle of these entries flipped. */
async function damaged(file: Buffer, names: readonly string[]): Promise<Buffer> {
  const copy = Buffer.from(file)
  const entries = await readDirectory(new Blob([new Uint8Array(file)]))
  for (const name of names) {
    const { start, packedBytes } = entries.find((entry) => entry.name === name)!
    const middle = start + (packedBytes >> 1)
    for (let at = middle; at < Math.min(middle + 4, start + packedBytes); at++) copy[at]! ^= 0xff
  }
  return copy
}

test('what is damaged is named or refused, in both languages, and the rest is whole', async ({
  page,
  site,
  browser,
}) => {
  test.setTimeout(400_000)
  await visit(page, site.url)
  for (const step of [1, 2]) await oneStep(page, step)
  const [original] = await keptRuns(page)
  const { bytes } = await saved(page, await openLibrary(page, 'en'), { language: 'en', how: 'whole' })
  await page.keyboard.press('Escape')

  const context = await browser.newContext({ serviceWorkers: 'block' })
  const other = await context.newPage()
  await visit(other, site.url)
  const url = `${site.url}drop/`
  const refused = {
    'manifest.json': await damaged(bytes, ['manifest.json']),
    'contents.json': await damaged(bytes, ['contents.json']),
    'network.safetensors': await damaged(bytes, ['network.safetensors']),
    cut: bytes.subarray(0, bytes.length - 1000),
  }
  for (const [place, [what, file]] of Object.entries(refused).entries()) {
    const name = `file${place}.faltwerk`
    await dropFile(other, { url, name, bytes: file })
    await expect(other.getByText(`“${name}” is damaged`), what).toBeVisible({ timeout: patienceMs })
    await expect(other.getByText('Nothing on this page has changed.')).toBeVisible()
    await control(other, 'german', 'en').click()
    await expect(other.getByText(`„${name}“ ist beschädigt`), what).toBeVisible()
    await control(other, 'english', 'de').click()
    expect([await stepOf(other), await attribute(other, 'data-status')]).toEqual([0, 'ready'])
  }
  expect(await keptRuns(other)).toEqual([])

  const parts = ['record/history.json', 'tape/000001.bin']
  await dropFile(other, { url, name: 'parts.faltwerk', bytes: await damaged(bytes, parts) })
  await expect(
    other.getByText(`2 parts of the file were damaged and are missing: ${parts.join(', ')}.`),
  ).toBeVisible({ timeout: patienceMs })
  await control(other, 'german', 'en').click()
  await expect(
    other.getByText(`2 Teile der Datei waren beschädigt und fehlen: ${parts.join(', ')}.`),
  ).toBeVisible()
  await control(other, 'english', 'de').click()
  expect([await stepOf(other), await attribute(other, 'data-status')]).toEqual([2, 'paused'])
  const [opened, ...more] = await keptRuns(other)
  expect(more).toEqual([])
  expect(opened).toEqual({
    ...original,
    ...{ id: opened?.id, historySteps: [], losses: [], tapeSteps: [0, 2] },
  })

  // It goes on as the one that was not damaged does.
  await oneStep(page, 3)
  await oneStep(other, 3)
  const [[whole], [mended]] = [await keptRuns(page), await keptRuns(other)]
  expect(mended?.hash).toBe(whole?.hash)
  expect(mended?.tapeSteps).toEqual([0, 2, 3])
  await context.close()
})
