/** Weights leave for other programs, and what is wrong with files of weights is said. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { plainSafetensors } from '../fixtures/plainSafetensors.ts'
import { attribute, control, type Language, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const names = {
  runs: { de: 'Läufe', en: 'Runs' },
  title: { de: 'Läufe auf diesem Gerät', en: 'Runs on this device' },
  more: { de: /^Sichern: /, en: /^Save: / },
  weights: { de: 'Nur die Gewichte sichern', en: 'Save the weights alone' },
  step: { de: 'Schritt', en: 'Step' },
  save: { de: /^Gewichte sichern/, en: /^Save the weights/ },
} as const

const patienceMs = 120_000

test('weights of a step of the tape say that they are near, and those of the last step are exact', async ({
  page,
  site,
}) => {
  test.setTimeout(600_000)
  await trained(page, site.url, 'en')
  const part = await openWeights(page, 'en')
  await expect(part.getByText('The numbers of the run to the last bit.')).toBeVisible()
  await part.getByLabel(names.step.en).selectOption({ label: '3' })
  await expect(part.getByText(/^From the tape: fc1\/weights differs .* by at most 0\.0000\d+,/)).toBeVisible()
  const near = await saved(page, part, { language: 'en', format: 'safetensors' })
  expect(near.name).toBe('faltwerk-seed7-step3-safetensors.zip')
  const { metadata } = plainSafetensors(near.entries['weights.safetensors']!)
  expect(metadata.step).toBe('3')
  expect(Number(metadata.fc1_weights_tolerance)).toBeGreaterThan(0)
  expect(Buffer.from(near.entries['README.txt']!).toString()).toContain('These weights come from the tape')
})

test('wrong files are refused with a sentence in either language, and the run stays', async ({
  page,
  site,
}) => {
  test.setTimeout(600_000)
  const step = await trained(page, site.url, 'de')
  const loss = await attribute(page, 'data-loss')
  const part = await openWeights(page, 'de')
  const { bytes, name } = await saved(page, part, { language: 'de', format: 'NumPy' })
  const damaged = Buffer.from(bytes)
  damaged[5_000_000] = damaged[5_000_000]! ^ 1
  const wrong = {
    [name]: damaged,
    'model.json': Buffer.from('{"weightsManifest":[{"paths":["weights.bin"],"weights":[]}]}'),
    'weights.bin': Buffer.alloc(400, 0x3f),
    'package.json': Buffer.from('{"name":"x"}'),
  }
  const said = {
    de: [/ist beschädigt/, /gehört zu „weights.bin“/, /gehört zu „model.json“/, /enthält weder/],
    en: [/is damaged/, /belongs to “weights.bin”/, /belongs to “model.json”/, /holds neither/],
  } as const
  for (const language of ['de', 'en'] as const) {
    const dialog = page.getByRole('dialog', { name: names.title[language] })
    for (const [place, [file, buffer]] of Object.entries(wrong).entries()) {
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: file, mimeType: 'application/octet-stream', buffer })
      await expect(dialog.getByText(said[language][place]!)).toBeVisible({ timeout: patienceMs })
    }
    expect(await attribute(page, 'data-loss')).toBe(loss)
    expect(await attribute(page, 'data-step')).toBe(`${step}`)
    if (language === 'en') continue
    await page.keyboard.press('Escape')
    await control(page, 'english', 'de').click()
    await page.getByRole('button', { name: names.runs.en, exact: true }).click()
  }
})

/** A few steps; which one it stands at. */
async function trained(page: Page, url: string, language: Language): Promise<number> {
  await openPage(page, { url, lesson: 'answer', language, query: { seed: '7', backend: 'wasm' } })
  await waitForStatus(page, 'ready', patienceMs)
  await control(page, 'train', language).click()
  await waitForStep(page, 4, patienceMs)
  await control(page, 'pause', language).click()
  await waitForStatus(page, 'paused', patienceMs)
  return Number(await attribute(page, 'data-step'))
}

/** The part of the library where the weights of the first run are saved. */
async function openWeights(page: Page, language: Language): Promise<Locator> {
  await page.getByRole('button', { name: names.runs[language], exact: true }).click()
  const dialog = page.getByRole('dialog', { name: names.title[language] })
  await dialog.getByRole('button', { name: names.more[language] }).first().click()
  return dialog.getByRole('region', { name: names.weights[language] })
}

async function saved(
  page: Page,
  part: Locator,
  { language, format }: { readonly language: Language; readonly format: string },
) {
  await part.getByRole('radio', { name: format, exact: true }).check()
  const coming = page.waitForEvent('download', { timeout: patienceMs })
  await part.getByRole('button', { name: names.save[language] }).click()
  const download = await coming
  const bytes = await readFile(await download.path())
  return { name: download.suggestedFilename(), bytes, entries: unzipSync(bytes) }
}
