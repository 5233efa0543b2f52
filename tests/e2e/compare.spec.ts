/** Two steps of a figure side by side: each side is true to its step, both have one scale, and the difference is B − A as printed. */
import type { Locator, Page } from '@playwright/test'
import { prepareAxe, violationsOf } from './helpers/axe.ts'
import { attribute, control, type Language, openPage, stepOf, waitForStatus } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm', steps: '20' }
const names = {
  compare: { de: 'Vergleichen', en: 'Compare' },
  close: { de: 'Vergleich beenden', en: 'End comparison' },
  steps: { de: 'Schritt auf Seite', en: 'Step on side' },
} as const

test('step 0 and the last step of the filters: one scale, and a difference that adds up', async ({
  page,
  site,
}) => {
  test.setTimeout(150_000)
  await openPage(page, {
    url: site.url,
    language: 'de',
    lesson: 'filters',
    query: { ...query, ab: '0,live' },
  })
  await waitForStatus(page, 'ready')
  const left = side(page, 'a').locator('canvas[data-tap="conv1/weights"]').first()
  await expect(left).toHaveAttribute('data-frame-step', '0')
  const begun = await pixelsOf(left)
  await train(page, 'de')

  // Both sides at step 0 of the tape: as before the training, to the last pixel.
  await stepSlider(page, 'b', 'de').press('Home')
  await expect(stepSlider(page, 'b', 'de')).toHaveAttribute('aria-valuetext', 'Schritt 0')
  await settled(page)
  await expect.poll(() => pixelsOf(left)).toBe(begun)

  await stepSlider(page, 'b', 'de').press('End')
  await expect(stepSlider(page, 'b', 'de')).toHaveAttribute('aria-valuetext', 'jetzt, Schritt 20')
  await settled(page)
  const right = side(page, 'b').locator('canvas[data-tap="conv1/weights"]').first()
  await expect(left).toHaveAttribute('data-frame-step', '0')
  await expect(right).toHaveAttribute('data-frame-step', '20')
  expect(await legendOf(side(page, 'a'))).toEqual(await legendOf(side(page, 'b')))

  await left.press('ArrowRight')
  const first = await valuesOf(page)
  expect(first.a).not.toBe(0)
  expect(first.b - first.a + first.rounding).toBeCloseTo(first.difference, 9)

  // Pointing at the difference says the same three numbers.
  await page.getByLabel('B − A', { exact: true }).check()
  await settled(page)
  const difference = page.locator('[data-side="difference"] canvas[data-tap="conv1/weights"]').first()
  await difference.press('ArrowRight')
  expect(await valuesOf(page)).toEqual(first)
  // Small as it is, its scale is its own.
  expect(await legendOf(page.locator('[data-side="difference"]'))).not.toEqual(
    await legendOf(side(page, 'a')),
  )

  await page.getByRole('button', { name: names.close.de }).click()
  await expect(page.locator('[data-comparison]')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/./)
  await expect(page.locator('canvas[data-tap="conv1/weights"][data-view="figure"]').first()).toHaveAttribute(
    'data-frame-step',
    '20',
  )
  expect(new URL(page.url()).hash).not.toContain('ab=')
})

test('the convolution at two steps: one place, two sums, and the address says it', async ({ page, site }) => {
  test.setTimeout(150_000)
  await openPage(page, { url: site.url, language: 'en', lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  await train(page, 'en')
  await page.getByRole('button', { name: names.compare.en, exact: true }).click()
  await settled(page)
  expect(await legendOf(side(page, 'a'))).toEqual(await legendOf(side(page, 'b')))
  await stepSlider(page, 'a', 'en').press('End')
  await stepSlider(page, 'a', 'en').press('ArrowLeft')
  await stepSlider(page, 'a', 'en').press('ArrowLeft')
  await expect(stepSlider(page, 'a', 'en')).toHaveAttribute('aria-valuetext', 'step 15')
  await expect.poll(() => page.url()).toContain('ab=15,live')
  await settled(page)

  const maps = 'canvas[data-tap="conv1/pre"]'
  await side(page, 'b')
    .locator(maps)
    .last()
    .click({ position: { x: 14, y: 14 } })
  const place = /at=[\d.]+/
  await expect.poll(() => page.url()).toMatch(place)
  await side(page, 'a').locator(maps).last().focus()
  await side(page, 'a').getByRole('button', { name: 'All 25 products' }).click()
  const panels = page.getByRole('region', { name: 'How this number came about' })
  await expect(panels).toHaveCount(2)
  await expect(panels.first()).toContainText('step 15')
  await expect(panels.last()).toContainText('step 20')
  await page.keyboard.press('Escape')
  await expect(panels).toHaveCount(0)

  // A link to it opens it again; what the run has not reached yet is shown as soon as it has.
  await page.getByLabel('B − A', { exact: true }).check()
  await expect(page.locator('[data-side="difference"]')).toContainText('A difference says nothing here')
  await page.goBack()
  await expect(page.locator('[data-comparison]')).toHaveCount(0)
  expect(await stepOf(page)).toBe(20)
})

test('another run of this device stands in the address, and where it is gone the page says so', async ({
  context,
  site,
}) => {
  test.setTimeout(180_000)
  const visit = async (ab?: string) => {
    const page = await context.newPage()
    const steps = { ...query, steps: '2', ...(ab && { ab }) }
    await openPage(page, { url: site.url, language: 'en', lesson: 'filters', query: steps })
    await waitForStatus(page, 'ready', 90_000)
    return page
  }
  const left = (page: Page) => side(page, 'a').locator('canvas[data-tap="conv1/weights"]').first()
  let page = await visit()
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 90_000)
  await expect.poll(() => attribute(page, 'data-kept-step')).toBe('2')
  await page.close()

  page = await visit()
  await page.getByRole('button', { name: names.compare.en, exact: true }).click()
  await page.getByLabel('Run on side A').selectOption({ index: 1 })
  await expect.poll(() => page.url()).toMatch(/ab=[0-9a-f]{32}:2,live/)
  const [, id = ''] = /ab=([0-9a-f]+):/.exec(page.url()) ?? []
  await page.close()

  page = await visit(`${id}:1,live`)
  await expect(page.getByLabel('Run on side A')).toHaveValue(id)
  await expect(stepSlider(page, 'a', 'en')).toHaveAttribute('aria-valuetext', 'step 1')
  await settled(page)
  await expect(left(page)).toHaveAttribute('data-frame-step', '1')
  await page.close()

  page = await visit(`${'0'.repeat(32)}:1,live`)
  await expect(side(page, 'a')).toContainText(
    'The run of the address is not stored on this device (any more).',
  )
  await control(page, 'german', 'en').click()
  await expect(side(page, 'a')).toContainText('Der Lauf aus der Adresse ist auf diesem Gerät nicht (mehr)')
  await expect.poll(() => page.url()).toMatch(/ab=1,live/)
  await settled(page)
  await expect(left(page)).toHaveAttribute('data-frame-step', '0')
})

test('nonsense in the address compares nothing, and figures without steps say why not', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, language: 'en', lesson: 'relu', query: { ...query, ab: '0,soon' } })
  await waitForStatus(page, 'ready')
  await expect(page.locator('[data-comparison]')).toHaveCount(0)
  await openPage(page, { url: site.url, language: 'en', lesson: 'digits', query })
  const button = page.getByRole('button', { name: names.compare.en, exact: true })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAttribute('title', /Training does not change/)
})

for (const size of ['laptop', 'phone'] as const)
  test(`a comparison is for everybody, on a ${size}`, async ({ page, site }) => {
    test.setTimeout(120_000)
    await openPage(page, {
      url: site.url,
      language: 'en',
      lesson: 'relu',
      size,
      query: { ...query, ab: '0,live' },
    })
    await waitForStatus(page, 'ready')
    await train(page, 'en')
    await settled(page)
    await prepareAxe(page)
    expect(await violationsOf(page, null)).toEqual([])
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await wider()).toBeLessThanOrEqual(0)
    if (size === 'phone') {
      const [a, b] = await Promise.all(
        ['a', 'b'].map((one) => page.locator(`[data-side="${one}"]`).boundingBox()),
      )
      expect((b?.y ?? 0) >= (a?.y ?? 0) + (a?.height ?? 0)).toBe(true)
    }
  })

function side(page: Page, name: 'a' | 'b'): Locator {
  return page.locator(`[data-side="${name}"]`)
}

function stepSlider(page: Page, name: 'a' | 'b', language: Language): Locator {
  return page.getByRole('slider', { name: `${names.steps[language]} ${name.toUpperCase()}` })
}

async function train(page: Page, language: Language): Promise<void> {
  await control(page, 'train', language).click()
  await waitForStatus(page, 'finished', 90_000)
  expect(await attribute(page, 'data-step')).toBe('20')
}

/** Both figures show the steps they are to show. The tape's worker starts with the first wish. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-side] [data-late]')).toHaveCount(0, { timeout: 40_000 })
}

async function pixelsOf(canvas: Locator): Promise<string> {
  return await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL())
}

/** The numbers at the ends of the colour scales of a side. */
async function legendOf(side: Locator): Promise<readonly string[]> {
  return await side.locator('[class*="legend"] > span').allTextContents()
}

/** What the line under a comparison says: `A: −0,0841, B: −0,0847, B − A: −0,0006`, perhaps with a rounding. */
async function valuesOf(page: Page) {
  const line = page.locator('[data-values]')
  await expect(line).toContainText('B − A')
  const text = ((await line.textContent()) ?? '').replaceAll('−', '-').replaceAll(',', '.')
  const number = (name: string) => Number(new RegExp(`${name}: (-?[\\d.]*\\d)`).exec(text)?.[1])
  const rounding = /Rundung: (-?[\d.]+\d)/.exec(text)?.[1]
  return { a: number(' A'), b: number(' B'), difference: number('B - A'), rounding: Number(rounding ?? 0) }
}
