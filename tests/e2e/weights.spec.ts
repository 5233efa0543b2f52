/** Weights leave for other programs and come back: the same numbers in every format, the same answers, and the same in PyTorch. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { plainNpy } from '../fixtures/plainNpy.ts'
import { plainSafetensors } from '../fixtures/plainSafetensors.ts'
import { findPython, runPython } from '../fixtures/python.ts'
import { listenForFrames } from './helpers/frames.ts'
import { attribute, control, type Language, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { hasMnist } from './helpers/site.ts'
import { expect, test } from './helpers/test.ts'

const names = {
  runs: { de: 'Läufe', en: 'Runs' },
  title: { de: 'Läufe auf diesem Gerät', en: 'Runs on this device' },
  more: { de: /^Sichern: /, en: /^Save: / },
  weights: { de: 'Nur die Gewichte sichern', en: 'Save the weights alone' },
  step: { de: 'Schritt', en: 'Step' },
  save: { de: /^Gewichte sichern/, en: /^Save the weights/ },
  begin: { de: 'Neuen Lauf beginnen', en: 'Begin a new run' },
  begun: { de: /Schritt 0 eines neuen Laufs/, en: /step 0 of a new run/ },
} as const

const variables = [
  ...['conv1/weights', 'conv1/bias', 'conv2/weights', 'conv2/bias'],
  ...['fc1/weights', 'fc1/bias', 'fc2/weights', 'fc2/bias'],
]
const patienceMs = 120_000

test('all three formats hold the same numbers, and give back the same logits for ten digits', async ({
  page,
  site,
}) => {
  test.setTimeout(900_000)
  await listenForFrames(page)
  const step = await trained(page, site.url, 'de')
  const before = await logitsOfTenDigits(page)
  const part = await openWeights(page, 'de')

  const npz = await saved(page, part, { language: 'de', format: 'NumPy' })
  const safetensors = await saved(page, part, { language: 'de', format: 'safetensors' })
  const tfjs = await saved(page, part, { language: 'de', format: 'TensorFlow.js' })
  expect(npz.name).toBe(`faltwerk-seed7-step${step}-npz.zip`)
  const arrays = unzipSync(npz.entries['weights.npz']!)
  const tensors = plainSafetensors(safetensors.entries['weights.safetensors']!).tensors
  const numbers = tfjs.entries['weights.bin']!
  expect(Object.keys(arrays)).toEqual(variables.map((name) => `${name}.npy`))
  expect(numbers.length).toBe(4 * 3_274_634)
  let at = 0
  for (const name of variables) {
    const { values, shape } = plainNpy(arrays[`${name}.npy`]!)
    const floats = Buffer.from(Float32Array.from(values).buffer)
    const tensor = tensors[name]!
    expect(tensor.shape).toEqual(shape)
    expect(Buffer.compare(floats, Buffer.from(Float32Array.from(tensor.values).buffer)), name).toBe(0)
    expect(Buffer.compare(floats, numbers.subarray(at, at + floats.length)), name).toBe(0)
    at += floats.length
  }
  for (const { entries } of [npz, safetensors, tfjs]) {
    expect(Object.keys(entries).slice(0, 3)).toEqual([
      'README.txt',
      'deep_mnist_keras.py',
      'deep_mnist_pytorch.py',
    ])
  }

  // As one file, and as two that were opened together.
  const opened = [
    [{ name: npz.name, buffer: npz.bytes }],
    [{ name: safetensors.name, buffer: safetensors.bytes }],
    [
      { name: 'model.json', buffer: Buffer.from(tfjs.entries['model.json']!) },
      { name: 'weights.bin', buffer: Buffer.from(numbers) },
    ],
  ]
  for (const files of opened) {
    await begin(page, 'de', files)
    expect(await attribute(page, 'data-step')).toBe('0')
    expect(await logitsOfTenDigits(page)).toEqual(before)
    // The next ones are asked for, because this run has a step that would be left.
    await control(page, 'oneStep', 'de').click()
    await expect.poll(() => attribute(page, 'data-step'), { timeout: patienceMs }).toBe('1')
    await waitForStatus(page, ['paused', 'finished'], patienceMs)
  }
})

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

const torch = findPython(['numpy', 'torch'])
test('PyTorch counts as many right answers with them as the page', async ({ page, site }) => {
  test.skip(!torch, 'no Python with torch was found; FALTWERK_PYTHON names one')
  test.skip(!hasMnist, 'FALTWERK_MNIST names no folder with MNIST')
  test.setTimeout(1_200_000)
  // To the end of the run: there all 10,000 test images are looked at.
  await openPage(page, { url: site.url, query: { seed: '7', backend: 'wasm', steps: '10' } })
  await waitForStatus(page, 'ready', patienceMs)
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 300_000)
  const accuracy = Number(await attribute(page, 'data-accuracy'))
  const part = await openWeights(page, 'en')
  const { entries } = await saved(page, part, { language: 'en', format: 'NumPy' })
  const folder = await mkdtemp(join(tmpdir(), 'faltwerk-weights-'))
  try {
    for (const [name, bytes] of Object.entries(entries)) await writeFile(join(folder, name), bytes)
    const printed = runPython(torch!, ['deep_mnist_pytorch.py', process.env.FALTWERK_MNIST!], folder)
    const right = Number(/^(\d+) of 10000 right/.exec(printed)?.[1])
    // An image on the edge between two answers may fall to either side.
    expect(Math.abs(right - accuracy * 10_000)).toBeLessThanOrEqual(2)
  } finally {
    await rm(folder, { recursive: true })
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

/** Opens files of weights in the library and begins a run with them. */
async function begin(
  page: Page,
  language: Language,
  files: readonly { readonly name: string; readonly buffer: Buffer }[],
) {
  const dialog = page.getByRole('dialog', { name: names.title[language] })
  if (!(await dialog.isVisible())) {
    await page.getByRole('button', { name: names.runs[language], exact: true }).click()
  }
  await dialog
    .locator('input[type=file]')
    .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })))
  await dialog.getByRole('button', { name: names.begin[language] }).click({ timeout: patienceMs })
  await expect(dialog).toBeHidden()
  await expect(page.getByText(names.begun[language])).toBeVisible()
  await waitForStatus(page, 'ready', patienceMs)
}

/** As the worker sends them, to the last bit. */
async function logitsOfTenDigits(page: Page): Promise<readonly (readonly number[])[]> {
  const logits: number[][] = []
  for (let digit = 0; digit < 10; digit++) {
    await page.evaluate((digit) => {
      const [path, search = ''] = location.hash.split('?')
      const query = new URLSearchParams(search)
      query.set('digit', String(digit))
      location.hash = `${path}?${query}`
    }, digit)
    const step = Number(await attribute(page, 'data-step'))
    await expect
      .poll(() => shownDigit(page), { timeout: patienceMs })
      .toEqual({ digit: { from: 'test', index: digit }, step })
    logits.push(await fc2Of(page))
  }
  return logits
}

type Sent = {
  readonly step: number
  readonly digit: unknown
  readonly values: Float32Array
  readonly planes: readonly { readonly tap: string; readonly offset: number }[]
}

const shownDigit = (page: Page) =>
  page.evaluate(() => {
    const { digit, step } = (window as unknown as { sentFrame: Sent }).sentFrame
    return { digit, step }
  })

const fc2Of = (page: Page) =>
  page.evaluate(() => {
    const { values, planes } = (window as unknown as { sentFrame: Sent }).sentFrame
    const { offset } = planes.find(({ tap }) => tap === 'fc2')!
    return [...values.subarray(offset, offset + 10)]
  })
