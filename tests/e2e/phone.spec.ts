/** On a phone the parts stack, nothing is hidden, and everything is large enough for a finger. */
import type { Page } from '@playwright/test'
import { lessonIds } from '../../src/lessons/lesson.ts'
import { attribute, control, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { picturesOf, settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }
/** Of WCAG 2.2, success criterion 2.5.8. Links inside a sentence are exempt there. */
const leastTargetPx = 24

test.use({ hasTouch: true })

test('all lessons fit: nothing scrolls sideways, pictures and controls are there', async ({ page, site }) => {
  test.setTimeout(150_000)
  await openPage(page, { url: site.url, language: 'de', size: 'phone', query })
  await waitForStatus(page, 'ready')
  for (const lesson of lessonIds) {
    await test.step(lesson, async () => {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#/de/${lesson}?backend=wasm&seed=7`)
      await expect(page).toHaveTitle(/ · Faltwerk$/)
      await expect.poll(() => lessonOnScreen(page)).toBe(lesson)
      await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
      await settledPictures(page)

      expect(await overhangOf(page), 'CSS pixels wider than the screen').toBeLessThanOrEqual(0)
      expect(await smallTargetsOf(page), 'too small for a finger').toEqual([])
      const figures = page.getByRole('region', { name: 'Abbildung', exact: true }).locator('canvas')
      expect(await figures.count()).toBeGreaterThan(0)
      for (const figure of await figures.all()) {
        await figure.scrollIntoViewIfNeeded()
        await expect(figure).toBeInViewport({ ratio: 0.1 })
      }
      await expect(page.getByRole('region', { name: 'Text der Lektion' })).toBeVisible()
      await expect(page.getByRole('region', { name: 'Lauf', exact: true })).toBeVisible()
    })
  }
})

test('it trains, draws and turns lessons by finger', async ({ page, site }) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, size: 'phone', query })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').tap()
  await waitForStep(page, 2)
  await control(page, 'pause', 'en').tap()
  await waitForStatus(page, 'paused')
  const step = await stepOf(page)
  await page.getByRole('link', { name: /^Next lesson/ }).tap()
  await expect(page).toHaveURL(/#\/en\/digits/)
  await page.getByRole('button', { name: 'Draw', exact: true }).tap()
  const pad = page.getByRole('application')
  await expect(pad).toBeInViewport({ ratio: 1 })
  await pad.tap()
  await expect(page.getByText('Drawn by hand', { exact: true })).toBeVisible()
  expect(await overhangOf(page)).toBeLessThanOrEqual(0)
  expect(await stepOf(page)).toBe(step)
})

test('pictures keep whole pixels: each canvas is as large as it is drawn', async ({ page, site }) => {
  await openPage(page, { url: site.url, size: 'phone', lesson: 'second-convolution', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
  expect((await picturesOf(page)).every(({ width, height }) => width > 0 && height > 0)).toBe(true)
  const scaled = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('canvas[data-tap]')]
      .filter((canvas) => Math.abs(canvas.clientWidth * devicePixelRatio - canvas.width) > 1)
      .map(({ dataset }) => dataset.tap),
  )
  expect(scaled).toEqual([])
  expect(await attribute(page, 'data-status')).toBe('ready')
})

async function lessonOnScreen(page: Page): Promise<string | undefined> {
  return await page.evaluate(() => {
    const current = document.querySelector<HTMLAnchorElement>('#lesson-list a[aria-current="page"]')
    return current?.hash.split(/[/?]/)[2]
  })
}

/** How far the page reaches beyond the right edge of the screen, in CSS pixels. */
async function overhangOf(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const root = document.documentElement
    return Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth
  })
}

/** Controls that are to be hit with a finger and are smaller than the least size. */
async function smallTargetsOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>('button, summary, a[href]:not(p a), input')
    return [...targets].flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true })) return []
      // A label around or beside an input is hit in its place.
      const label = target instanceof HTMLInputElement ? target.labels?.[0] : null
      const boxes = [target, label].flatMap((element) => element?.getBoundingClientRect() ?? [])
      // What is read out but not shown, such as the way to skip to the lesson, comes into sight with the focus.
      if (boxes.every(({ width, right, bottom }) => width <= 1 || right <= 0 || bottom <= 0)) return []
      if (boxes.some(({ width, height }) => width >= least && height >= least)) return []
      const name = target.getAttribute('aria-label') ?? (label ?? target).textContent
      return [`${name}: ${boxes.map(({ width, height }) => `${width.toFixed(1)} × ${height.toFixed(1)}`)}`]
    })
  }, leastTargetPx)
}
