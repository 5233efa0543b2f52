/** For everybody: axe finds nothing in any lesson, language, theme and size, and the keyboard reaches everything. */
import type { Page } from '@playwright/test'
import { lessonIds } from '../../src/lessons/lesson.ts'
import { prepareAxe, violationsOf } from './helpers/axe.ts'
import { attribute, control, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }
const themes = ['light', 'dark', 'projector'] as const

for (const language of ['de', 'en'] as const) {
  for (const size of ['laptop', 'phone'] as const) {
    test(`axe finds nothing in any lesson: ${language}, ${size}`, async ({ page, site }) => {
      test.setTimeout(180_000)
      await openPage(page, { url: site.url, language, size, query })
      await waitForStatus(page, 'ready')
      await prepareAxe(page)
      const violations: string[] = []
      for (const lesson of lessonIds) {
        for (const theme of size === 'laptop' ? themes : (['light'] as const)) {
          await goTo(page, { language, lesson, theme })
          // Themes differ in colours alone.
          const found = await violationsOf(page, theme === 'light' ? null : ['color-contrast'])
          violations.push(...found.map((violation) => `${lesson}, ${theme}: ${violation}`))
        }
      }
      expect(violations).toEqual([])
    })
  }
}

test('axe finds nothing in the windows of the page', async ({ page, site }) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, query })
  await waitForStatus(page, 'ready')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  await prepareAxe(page)
  const violations: string[] = []
  const windows = [
    { open: 'Draw', close: 'Done' },
    { open: 'Start over', close: 'Close' },
    { open: 'Compute and data', close: 'Close' },
    { open: 'Help', close: 'Close' },
  ]
  for (const { open, close } of windows) {
    await page.getByRole('button', { name: open }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    for (const theme of themes) {
      await setTheme(page, theme)
      violations.push(
        ...(await violationsOf(page, null)).map((violation) => `${open}, ${theme}: ${violation}`),
      )
    }
    await dialog.getByRole('button', { name: close, exact: true }).click()
    await expect(dialog).toBeHidden()
  }
  expect(violations).toEqual([])
})

test('by keyboard alone: train, read a value, turn lessons, choose language and digit', async ({
  page,
  site,
}) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)

  await page.keyboard.press('Tab')
  expect(await focusedName(page)).toBe('Skip to the lesson')
  await tabTo(page, /^Next test image/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Test image 1, label \d$/)).toBeVisible()

  await tabTo(page, /^Convolved maps 1 before ReLU/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('output').filter({ hasText: /^map 7, row 13, column 19: /i })).toBeVisible()

  await tabTo(page, /^Start training$/)
  await page.keyboard.press('Space')
  await waitForStep(page, 2)
  await page.keyboard.press('Space') // the same button pauses
  await waitForStatus(page, 'paused')
  const step = await stepOf(page)

  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/#\/en\/relu/)
  await page.keyboard.press('PageUp')
  await expect(page).toHaveURL(/#\/en\/convolution/)
  await tabTo(page, /^Deutsch$/)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await tabTo(page, /^Lektion 5 \/ \d+/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^\s*1\s*Überblick/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/de\/overview/)
  expect(await stepOf(page)).toBe(step)
})

test('whatever has the focus can be seen to have it', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  const unseen: string[] = []
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    const isSeen = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return true
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
    if (!isSeen) unseen.push(await focusedName(page))
  }
  expect(unseen).toEqual([])
})

/** Turns to a lesson by its address, without a new page. */
async function goTo(
  page: Page,
  { language, lesson, theme }: { language: string; lesson: string; theme: (typeof themes)[number] },
) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${language}/${lesson}?backend=wasm&seed=7&theme=${theme}`)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await settledPictures(page)
  expect(await attribute(page, 'data-status')).not.toBe('failed')
}

/** In the address: the buttons may lie behind a window. */
async function setTheme(page: Page, theme: (typeof themes)[number]) {
  await page.evaluate((theme) => {
    const [path, search = ''] = location.hash.split('?')
    const values = new URLSearchParams(search)
    values.set('theme', theme)
    location.hash = `${path}?${values}`
  }, theme)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

/** Presses Tab until what has the focus has this name. */
async function tabTo(page: Page, name: RegExp) {
  const seen: string[] = []
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    const focused = await focusedName(page)
    if (name.test(focused)) return
    seen.push(focused)
  }
  throw new Error(`No Tab led to ${name}. Passed: ${seen.join(' | ')}`)
}

async function focusedName(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : null
    return (element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '').trim()
  })
}
