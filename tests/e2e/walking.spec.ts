/** Walking through the course: keys and clicker, presenting, blank screen, lens, and addresses that lead back. */
import type { Page } from '@playwright/test'
import { lessonIds } from '../../src/lessons/lesson.ts'
import { canvases, control, openPage, sizes, waitForStatus } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }

for (const language of ['de', 'en'] as const) {
  test(`by clicker through the whole course and back: ${language}`, async ({ page, site }) => {
    test.setTimeout(90_000)
    await openPage(page, { url: site.url, language, query })
    for (const lesson of lessonIds.slice(1)) {
      await page.keyboard.press('PageDown')
      await arrivedAt(page, lesson)
    }
    // The last lesson stays.
    await page.keyboard.press('PageDown')
    for (const lesson of lessonIds.slice(0, -1).reverse()) {
      await page.keyboard.press('PageUp')
      await arrivedAt(page, lesson)
    }
  })
}

test('arrows and space bar turn lessons only while nothing has the focus; the clicker always does', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
  await page.keyboard.press('ArrowRight')
  await arrivedAt(page, 'relu')
  await page.keyboard.press('Space')
  await arrivedAt(page, 'pooling')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await arrivedAt(page, 'convolution')

  const figure = canvases(page, 'conv1/pre', 'figure').last()
  await figure.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('output').filter({ hasText: /^map 7, row 12, column 19: /i })).toBeVisible()
  await control(page, 'train', 'en').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+ArrowRight')
  await expect(page).toHaveURL(/\/convolution\?/)

  await figure.focus()
  await page.keyboard.press('PageDown')
  await arrivedAt(page, 'relu')
  // The figure went, and the focus with it: now nothing has it, and one goes on by arrow.
  await expect(page.locator('main')).toBeFocused()
  await control(page, 'train', 'en').focus()
  await page.keyboard.press('PageDown')
  await arrivedAt(page, 'pooling')
  await expect(control(page, 'train', 'en')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Lesson 7: ' })).toHaveCount(1)
})

test('a blank screen comes and goes by key and click, and gives the focus back', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'relu', query })
  const cover = page.getByRole('button', { name: /^The screen is switched to black/ })
  const help = page.getByRole('button', { name: 'Help' })
  await help.focus()
  for (const end of ['b', '.', 'Escape', 'click']) {
    await page.keyboard.press('b')
    await expect(cover).toBeVisible()
    expect(await cover.boundingBox()).toMatchObject(sizes.laptop)
    if (end === 'click') await cover.click()
    else await page.keyboard.press(end)
    await expect(cover).toBeHidden()
    await expect(help).toBeFocused()
  }
  await page.keyboard.press('.')
  await page.keyboard.press('PageDown')
  await arrivedAt(page, 'pooling')
  await expect(cover).toBeHidden()
})

test('the question mark shows all keys, and the window keeps the clicker', async ({ page, site }) => {
  for (const [language, keys] of [
    ['de', ['Bild ab / Bild auf', 'B oder Punkt', 'L', 'F', '?']],
    ['en', ['Page Down / Page Up', 'B or full stop', 'L', 'F', '?']],
  ] as const) {
    await openPage(page, { url: site.url, language, lesson: 'relu', query })
    await page.keyboard.press('Shift+?')
    const dialog = page.getByRole('dialog')
    for (const key of keys) await expect(dialog.getByText(key, { exact: true })).toBeVisible()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('b')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await arrivedAt(page, 'relu')
  }
})

test('the lens says what the line under the picture says: by mouse and by keys', async ({ page, site }) => {
  await openPage(page, { url: site.url, language: 'de', lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
  const lens = page.locator('[data-lens-view]')
  const figure = canvases(page, 'conv1/pre', 'figure').last()
  await page.keyboard.press('l')
  await figure.hover({ position: { x: 40, y: 20 } })
  const readout = page.locator('output').filter({ hasText: /^Karte \d+, Zeile \d+, Spalte \d+: / })
  await expect(lens).toBeVisible()
  await expect(lens).toHaveText((await readout.first().textContent()) ?? 'nothing')
  await figure.focus()
  const before = await lens.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(lens).not.toHaveText(before ?? '')
  await expect(lens).toHaveText((await readout.first().textContent()) ?? 'nothing')
  // In the ribbon, too, where a link lies over the pictures.
  await canvases(page, 'input', 'ribbon').hover({ position: { x: 5, y: 5 }, force: true })
  await expect(lens).toHaveText(/^Ziffer, Zeile \d+, Spalte \d+: 0,000$/)
  const box = await lens.boundingBox()
  expect(box && box.x >= 0 && box.y >= 0).toBe(true)
  await page.keyboard.press('Escape')
  await expect(lens).toHaveCount(0)
})

for (const [name, size] of [
  ['laptop', sizes.laptop],
  ['desktop', sizes.desktop],
  ['4K', { width: 3840, height: 2160 }],
] as const) {
  test(`presenting fills the screen and nothing sticks out: ${name}`, async ({ page, site }) => {
    await openPage(page, {
      url: site.url,
      language: 'de',
      lesson: 'convolution',
      query: { ...query, present: '1' },
    })
    await page.setViewportSize(size)
    await waitForStatus(page, 'ready')
    await settledPictures(page)
    const dock = page.getByRole('region', { name: 'Lauf', exact: true })
    const figure = page.getByRole('region', { name: 'Abbildung', exact: true })
    const heightOf = async (part: typeof dock) => (await part.boundingBox())?.height ?? Number.NaN
    expect(await heightOf(dock)).toBeLessThan(size.height * 0.07)
    expect(await heightOf(figure)).toBeGreaterThan(size.height * 0.85)
    const overflow = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
      return [scrollWidth - clientWidth, scrollHeight - clientHeight]
    })
    expect(overflow).toEqual([0, 0])
    for (const button of await dock.getByRole('button').all())
      await expect(button).toBeInViewport({ ratio: 1 })
    for (const name of ['English', 'Beamer', 'Lupe', 'Hilfe'])
      await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('PageDown')
    await arrivedAt(page, 'relu')
    await page.keyboard.press('Escape')
    await expect(page).not.toHaveURL(/present/)
    await expect(page.getByRole('navigation', { name: /Netz/ })).toBeVisible()
  })
}

test('reload, back, forward and a pasted link restore lesson, place and sum', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'convolution', query: { ...query, at: '3.5.6' } })
  await waitForStatus(page, 'ready')
  const placeOf = (map: number, row: number, column: number) =>
    page.getByText(new RegExp(`map ${map}, row ${row}, column ${column}(?!\\d)`, 'i')).first()
  await expect(placeOf(3, 5, 6)).toBeVisible()
  await settledPictures(page)
  await canvases(page, 'conv1/pre', 'figure').last().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/&at=3\.6\.7&sum=conv1\/pre\.3\.6\.7$/)
  await page.reload()
  await expect(placeOf(3, 6, 7)).toBeVisible()
  await expect(page).toHaveURL(/&sum=conv1\/pre\.3\.6\.7$/)
  // Back leaves what has come up, not the lesson; forward brings it again, and closing leaves no entry behind.
  await page.goBack()
  await expect(page).toHaveURL(/&at=3\.6\.7$/)
  await page.goForward()
  await expect(page).toHaveURL(/&sum=/)
  const entries = await page.evaluate(() => history.length)
  await expect(page.getByRole('heading', { level: 2, name: 'How this number came about' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/&at=3\.6\.7$/)
  await page.keyboard.press('PageDown')
  await arrivedAt(page, 'relu')
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await expect(page).not.toHaveURL(/at=/)
  await page.goBack()
  await arrivedAt(page, 'convolution')
  await expect(page).toHaveURL(/&at=3\.6\.7$/)
  await expect(placeOf(3, 6, 7)).toBeVisible()
  await page.goForward()
  await arrivedAt(page, 'relu')
  await page.evaluate(() => {
    location.hash = '#/en/pooling?seed=7&backend=wasm&at=9.4.5'
  })
  await arrivedAt(page, 'pooling')
  await expect(page).toHaveURL(/at=9\.4\.5/)
})

async function arrivedAt(page: Page, lesson: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/${lesson}(\\?|$)`))
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
}
