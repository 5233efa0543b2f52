/** What leaves the page: pictures as PNG and SVG, curves as CSV. Files are read by other programs. */
import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from '@playwright/test'
import { PNG } from 'pngjs'
import { prepareAxe, violationsOf } from './helpers/axe.ts'
import {
  attribute,
  canvases,
  control,
  type Language,
  lossOf,
  openPage,
  sizes,
  stepOf,
  waitForStatus,
} from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { type Pixels, pixelsOf } from './helpers/pixels.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm', steps: '20' }
const words = {
  en: { save: 'Save', title: 'Save and print', maps: 'All 32 maps', light: 'light, for printing' },
  de: { save: 'Sichern', title: 'Sichern und drucken', maps: 'Alle 32 Karten', light: 'hell, zum Drucken' },
} as const

async function open(page: Page, language: Language): Promise<Locator> {
  await page.getByRole('button', { name: words[language].save, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words[language].title })
  await expect(dialog).toBeVisible()
  return dialog
}

async function saved(page: Page, act: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [download]: [Download, unknown] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Whether a picture stands in another one at a place, each of its pixels `times` as large; nothing shows through where it has none. */
function standsAt(
  small: Pixels,
  large: Pixels,
  place: { x: number; y: number; times: number },
  rows = small.height,
) {
  const { x, y, times } = place
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < small.width; column++) {
      const from = 4 * (row * small.width + column)
      const isGap = small.data[from + 3] === 0
      for (const [right, down] of [
        [0, 0],
        [times - 1, 0],
        [0, times - 1],
        [times - 1, times - 1],
      ]) {
        const to = 4 * ((y + row * times + down) * large.width + x + column * times + right)
        for (let channel = 0; channel < 3; channel++) {
          const wanted = isGap ? 255 : small.data[from + channel]
          if (large.data[to + channel] !== wanted) return false
        }
      }
    }
  }
  return true
}

for (const language of ['en', 'de'] as const) {
  test(`maps saved as PNG are the pixels of the canvas, each a square: ${language}`, async ({
    page,
    site,
  }) => {
    await openPage(page, { url: site.url, language, lesson: 'convolution', theme: 'light', query })
    await waitForStatus(page, 'ready')
    await settledPictures(page)
    const dialog = await open(page, language)
    const row = dialog.getByRole('listitem').filter({ hasText: words[language].maps })
    const { name, bytes } = await saved(page, () => row.getByRole('button', { name: /PNG/ }).click())
    expect(name).toMatch(/^faltwerk-convolution-(all-32-maps-step|alle-32-karten-schritt)-0-(en|de)\.png$/)
    const canvas = canvases(page, 'conv1/pre', 'figure').last()
    const shown = await pixelsOf(canvas)
    const png = PNG.sync.read(bytes)
    const times = Math.ceil(1600 / shown.width)
    const places = Array.from({ length: png.height - shown.height * times }, (_, y) => ({
      x: 24 * times,
      y,
      times,
    }))
    const found = places
      .filter((place) => standsAt(shown, png, place, 4))
      .filter((place) => standsAt(shown, png, place))
    expect(found).toHaveLength(1)
  })

  test(`a picture as SVG has its words and the numbers of the legend as texts: ${language}`, async ({
    page,
    site,
  }) => {
    await openPage(page, { url: site.url, language, lesson: 'convolution', theme: 'light', query })
    await waitForStatus(page, 'ready')
    await settledPictures(page)
    const legend = await page
      .locator('main')
      .getByText(/^[−-]?\d+[.,]\d\d$/)
      .allTextContents()
    const dialog = await open(page, language)
    const row = dialog.getByRole('listitem').filter({ hasText: words[language].maps })
    const { bytes } = await saved(page, () => row.getByRole('button', { name: /SVG/ }).click())
    const svg = await readSvg(page, bytes.toString('utf8'))
    expect(svg.fault).toBe(null)
    expect(svg.texts).toContain(words[language].maps)
    expect(svg.texts.filter((text) => /^[−-]?\d+[.,]\d\d$/.test(text))).toEqual(legend.slice(-2))
    expect(svg.texts.join(' ')).toMatch(/Test(bild| image) 0, [Ll]abel \d/)
    const shown = await pixelsOf(canvases(page, 'conv1/pre', 'figure').last())
    const inside = PNG.sync.read(Buffer.from(svg.images[0].split('base64,')[1], 'base64'))
    expect([inside.width, inside.height]).toEqual([shown.width, shown.height])
    // Marks over the maps are vectors: only what lies under them may differ.
    let different = 0
    for (let i = 0; i < shown.data.length; i++) if (inside.data[i] !== shown.data[i]) different++
    expect(different / shown.data.length).toBeLessThan(0.01)
    expect(svg.rectangles).toBeGreaterThan(100)
  })
}

async function readSvg(page: Page, text: string) {
  return await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      fault: svg.querySelector('parsererror')?.textContent ?? null,
      texts: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent ?? ''),
      images: [...svg.querySelectorAll('image')].map((image) => image.getAttribute('xlink:href') ?? ''),
      rectangles: svg.querySelectorAll('rect').length,
      paths: [...svg.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? ''),
    }
  }, text)
}

test('of a run of 20 steps: the table has its loss, curves are paths, and a chart gives its own numbers', async ({
  page,
  site,
}) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, lesson: 'loss', theme: 'dark', query })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 60_000)
  await page.getByRole('radio', { name: 'whole run' }).check()
  const dialog = await open(page, 'en')
  const table = await saved(page, () => dialog.getByRole('button', { name: 'Curves as CSV' }).click())
  expect(table.name).toBe('faltwerk-seed7-step20.csv')
  const lines = table.bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\r\n')
  expect(lines[0]).toBe(
    'step,loss,batch_accuracy,test_accuracy,test_accuracy_low,test_accuracy_high,test_loss,test_images,test_correct,train_accuracy',
  )
  expect(lines.at(-1)).toBe('')
  const rows = lines.slice(1, -1).map((line) => line.split(','))
  expect(rows.map(([step]) => Number(step))).toEqual(Array.from({ length: 21 }, (_, step) => step))
  expect(Number(rows[20][1])).toBe(await lossOf(page))
  expect(Number(rows[20][3])).toBe(Number(await attribute(page, 'data-accuracy')))
  const [low, high] = [Number(rows[20][4]), Number(rows[20][5])]
  expect(Number(rows[20][8]) / Number(rows[20][7])).toBe(Number(rows[20][3]))
  expect(low < Number(rows[20][3]) && Number(rows[20][3]) < high).toBe(true)

  const row = dialog
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /CSV/ }) })
    .first()
  const chart = await saved(page, () => row.getByRole('button', { name: /CSV/ }).click())
  const chartRows = chart.bytes.toString('utf8').trimEnd().split('\r\n').slice(1)
  expect(chartRows.map((line) => line.split(',').slice(0, 2))).toEqual(
    rows.slice(1).map((cells) => cells.slice(0, 2)),
  )

  const drawn = await saved(page, () => row.getByRole('button', { name: /SVG/ }).click())
  const svg = await readSvg(page, drawn.bytes.toString('utf8'))
  expect(svg.fault).toBe(null)
  expect(svg.images).toEqual([])
  const longest = svg.paths.toSorted((a, b) => b.length - a.length)[0]
  expect(longest.match(/[ML]/g)).toHaveLength(20)

  // On a dark page the light picture is a choice, and the page stays dark.
  await dialog.getByRole('radio', { name: words.en.light }).check()
  const light = PNG.sync.read(
    (await saved(page, () => row.getByRole('button', { name: /PNG/ }).click())).bytes,
  )
  expect([...light.data.subarray(0, 3)]).toEqual([255, 255, 255])
  expect(await attribute(page, 'data-theme')).toBe('dark')
})

test('by keyboard alone: S saves the picture that has the focus, and gives the focus back', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
  const picture = canvases(page, 'conv1/pre', 'figure').last()
  await picture.focus()
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: words.en.title })
  const chosen = dialog.getByRole('heading', { name: 'Chosen here' }).locator('..')
  await expect(chosen.getByRole('listitem')).toHaveCount(1)
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    if (
      await chosen
        .getByRole('button', { name: /PNG/ })
        .evaluate((button) => button === document.activeElement)
    )
      break
  }
  const { name } = await saved(page, () => page.keyboard.press('Enter'))
  await expect(dialog.getByRole('status')).toHaveText(`Saved: ${name}`)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(picture).toBeFocused()
  // The button at a heading and the mouse's menu lead to the same window.
  await page.getByRole('button', { name: 'Save picture All 32 maps' }).press('Enter')
  await expect(chosen.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await picture.click({ button: 'right' })
  await expect(chosen.getByRole('listitem')).toHaveCount(1)
})

test('axe finds nothing in the window, in any theme and on a phone', async ({ page, site }) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, lesson: 'loss', query })
  await waitForStatus(page, 'ready')
  await prepareAxe(page)
  for (const theme of ['light', 'dark', 'projector']) {
    await page.getByRole('button', { name: theme, exact: true }).click()
    const dialog = await open(page, 'en')
    expect(await violationsOf(page, null)).toEqual([])
    await page.setViewportSize(sizes.phone)
    expect(await violationsOf(page, null)).toEqual([])
    const overhang = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overhang).toBe(0)
    await page.setViewportSize(sizes.laptop)
    await page.keyboard.press('Escape')
  }
})

test('while the window is open the pictures stand still and the training goes on', async ({ page, site }) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, lesson: 'pooling', query: { ...query, steps: '3000' } })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await expect.poll(() => stepOf(page)).toBeGreaterThan(1)
  const shownStep = async () =>
    Number(await canvases(page, 'conv1', 'figure').first().getAttribute('data-frame-step'))
  const dialog = await open(page, 'en')
  const [step, shown] = [await stepOf(page), await shownStep()]
  await expect.poll(() => stepOf(page), { timeout: 30_000 }).toBeGreaterThan(step + 3)
  expect(await shownStep()).toBe(shown)
  const row = dialog.getByRole('listitem').first()
  const { name } = await saved(page, () => row.getByRole('button', { name: /PNG/ }).click())
  expect(name).toContain(`step-${shown}-`)
  await page.keyboard.press('Escape')
  await expect.poll(shownStep).toBeGreaterThan(step)
})

test('a picture that cannot be made is said in both languages', async ({ page, site, watch }) => {
  await openPage(page, { url: site.url, lesson: 'relu', query })
  await waitForStatus(page, 'ready')
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toBlob = (done) => done(null)
  })
  for (const [language, sentence] of [
    ['en', /could not be saved: there is not enough memory/],
    ['de', /ließ sich nicht sichern: Der Speicher reicht nicht/],
  ] as const) {
    await control(page, language === 'de' ? 'german' : 'english', language).click()
    const dialog = await open(page, language)
    await dialog.getByRole('button', { name: /PNG/ }).first().click()
    await expect(dialog.getByRole('alert')).toHaveText(sentence)
    await page.keyboard.press('Escape')
  }
  // Said to whoever looks into the console too.
  watch.faults.splice(0)
})
