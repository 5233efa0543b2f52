/** How the network learns: the losses of a batch, and one step in slow motion whose numbers can be recomputed. */
import type { Locator, Page } from '@playwright/test'
import {
  control,
  type Language,
  lossOf,
  openPage,
  stepOf,
  waitForStatus,
  waitForStep,
} from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

const onWasm = { seed: '7', backend: 'wasm' }
const names = {
  slow: { de: 'Schritt in Zeitlupe', en: 'Step in slow motion' },
  dock: { de: 'Zeitlupe', en: 'Slow motion' },
  adam: { de: 'Adam: aus Gradienten werden Änderungen', en: 'Adam: gradients become updates' },
  check: { de: 'Probe: Stimmt der Gradient?', en: 'Check: is the gradient right?' },
  conv2: { de: 'Rückwärts: zweite Faltung', en: 'Backward: second convolution' },
  measure: { de: 'Nachmessen', en: 'Measure' },
  next: { de: 'Einen Schritt vor', en: 'One step forward' },
  back: { de: 'Einen Schritt zurück', en: 'One step back' },
} as const
const button = (page: Page, name: keyof typeof names, language: Language) =>
  page.getByRole('button', { name: names[name][language], exact: true })

/** All numbers of a text, with German or English signs. */
function numbersIn(text: string, language: Language): number[] {
  const plain = text
    .replaceAll('−', '-')
    .replaceAll(language === 'de' ? '\u202f' : ',', '')
    .replaceAll(',', '.')
  return [...plain.matchAll(/-?\d+(?:\.\d+)?/g)].map(([found]) => Number(found))
}
const valuesIn = (row: Locator) =>
  row
    .locator('[data-value]')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset.value)))
/** What the slow step shows is its own moment, not now. */
const slowCanvas = (page: Page, tap: string) => page.locator(`canvas[data-view="record"][data-tap="${tap}"]`)
/** A stop of the slow step. */
const stop = (page: Page, name: keyof typeof names, language: Language) =>
  page.getByRole('button', { name: names[name][language] })

for (const language of ['de', 'en'] as const) {
  test(`a step in slow motion is one real step, and Adam's numbers add up: ${language}`, async ({
    page,
    site,
  }) => {
    test.setTimeout(120_000)
    await openPage(page, { url: site.url, language, lesson: 'learning', query: onWasm })
    await waitForStatus(page, 'ready')
    await control(page, 'oneStep', language).click()
    await waitForStep(page, 1)
    await button(page, 'slow', language).click()
    await expect(slowCanvas(page, 'input')).toHaveAttribute('data-frame-step', '2')
    expect(await stepOf(page)).toBe(2)

    // Forward and back, by the player and by the stops.
    await button(page, 'next', language).click()
    await expect(slowCanvas(page, 'conv1')).toHaveAttribute('data-frame-step', '2')
    await button(page, 'back', language).click()
    await expect(slowCanvas(page, 'input')).toBeVisible()
    await stop(page, 'conv2', language).click()
    await expect(slowCanvas(page, 'conv2/pre/gradient')).toHaveAttribute('data-frame-step', '2')
    await expect(slowCanvas(page, 'conv2/weights/gradient')).toHaveAttribute('data-frame-step', '2')

    await stop(page, 'adam', language).click()
    const rows = page.locator('[data-sum]')
    await expect(rows).toHaveCount(3)
    const [mean, square, weight] = await Promise.all([0, 1, 2].map((row) => valuesIn(rows.nth(row))))
    const [keptM = 0, addedM = 0, m = 0] = mean ?? []
    const [keptV = 0, addedV = 0, v = 0] = square ?? []
    const [before = 0, update = 0, after = 0] = weight ?? []
    const g = addedM / 0.1
    expect(Math.abs(g)).toBeGreaterThan(0)
    expect(addedV / (0.001 * g * g)).toBeCloseTo(1, 6)
    expect((keptM + addedM) / m).toBeCloseTo(1, 5)
    expect((keptV + addedV) / v).toBeCloseTo(1, 5)
    const byHand = (-1e-4 * (m / (1 - 0.9 ** 2))) / (Math.sqrt(v / (1 - 0.999 ** 2)) + 1e-8)
    expect(update / byHand).toBeCloseTo(1, 9)
    expect(after).toBeCloseTo(before + byHand, 7)
    expect(Math.abs(update)).toBeLessThan(2e-4)
    // What is printed adds up too, with what is said about rounding.
    const [one = 0, other = 0, sum = 0] = numbersIn(
      (await rows.nth(2).locator('[data-value]').allInnerTexts()).join(' '),
      language,
    )
    const said =
      numbersIn((await rows.nth(2).innerText()).split(/[Rr](?:undung|ounding)/)[1] ?? '0', language)[0] ?? 0
    expect(one + other + said).toBeCloseTo(sum, 8)
  })
}

test('the gradient of a weight is what measuring finds, and measuring can be cancelled', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'learning', query: onWasm })
  await waitForStatus(page, 'ready')
  await button(page, 'slow', 'en').click()
  await stop(page, 'check', 'en').click()
  await page.getByRole('radio', { name: 'fc2', exact: true }).check()
  await button(page, 'measure', 'en').click()
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true })
  await cancel.click()
  await expect(cancel).toHaveCount(0)
  await button(page, 'measure', 'en').click()
  const found = page.locator('dl dd')
  await expect(found).toHaveCount(5, { timeout: 60_000 })
  const [gradient = 0, above = 0, below = 0, slope = 0] = await found.evaluateAll((all) =>
    all.map((one) =>
      Number((one.querySelector('[data-value]') ?? (one as HTMLElement)).getAttribute('data-value')),
    ),
  )
  expect((above - below) / 2e-5).toBeCloseTo(slope, 6)
  expect(slope / gradient).toBeCloseTo(1, 3)
})

test('after a slow step the run goes on as it would have', async ({ page, site }) => {
  test.setTimeout(120_000)
  const lossAfter = async (slowly: boolean) => {
    await openPage(page, { url: site.url, lesson: 'learning', query: onWasm })
    await waitForStatus(page, 'ready')
    if (slowly) {
      // From the dock, in another lesson: it leads here.
      await page.goto(`${site.url}#/en/relu?seed=7&backend=wasm`)
      await button(page, 'dock', 'en').click()
      await expect(slowCanvas(page, 'input')).toHaveAttribute('data-frame-step', '1')
      expect(page.url()).toContain('/en/learning')
    } else {
      await control(page, 'oneStep', 'en').click()
    }
    await waitForStep(page, 1)
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, 2)
    return lossOf(page)
  }
  const usual = await lossAfter(false)
  await page.goto('about:blank')
  expect(await lossAfter(true)).toBe(usual)
})

test('a slow step pauses the training first', async ({ page, site }) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'learning', query: onWasm })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStep(page, 2)
  await button(page, 'slow', 'en').click()
  await waitForStatus(page, 'paused')
  const input = slowCanvas(page, 'input')
  await expect(input).toHaveAttribute('data-frame-step', /\d/)
  // It was the last step, and no other follows.
  await page.waitForTimeout(1000)
  expect(Number(await input.getAttribute('data-frame-step'))).toBe(await stepOf(page))
  await waitForStatus(page, 'paused')
})

test('the losses of the batch are there before the first step, their mean is the loss, and an image can be watched', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'loss', query: onWasm })
  await waitForStatus(page, 'ready')
  const strip = page.locator('canvas[data-view=figure][data-tap="batch/losses"]')
  await expect(strip).toHaveAttribute('data-frame-step', '0')
  await expect(page.getByText('Before the first step, without dropout')).toBeVisible()
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  await expect(strip).toHaveAttribute('data-frame-step', '1')
  const sentence = page.getByText(/the loss of step 1 \(with dropout\)/)
  await expect(sentence).toBeVisible()
  const [sum = 0, count = 0, mean = 0] = numbersIn(await sentence.innerText(), 'en')
  expect(count).toBe(50)
  expect(sum / count).toBeCloseTo(mean, 3)
  expect(mean).toBeCloseTo(await lossOf(page), 3)

  // The worst one: its loss is the largest, and it becomes the watched digit.
  await strip.hover({ position: { x: 14, y: 14 } })
  await expect(page.getByText(/^Label \d, answer \d, loss/)).toBeVisible()
  await strip.click({ position: { x: 14, y: 14 } })
  await expect(page.getByText(/^Training image [\d,]+, label \d/)).toBeVisible()
})
