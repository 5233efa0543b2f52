/**
 * Every lesson in both languages and three sizes: it opens without an error in the console, axe finds nothing, and at a
 * frozen step its picture stands still. `FALTWERK_PICTURES=1` keeps the pictures in `tests/pictures/`, for people to review.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PROJECT } from '../../scripts/lib/paths.mjs'
import { lessonIds } from '../../src/lessons/lesson.ts'
import { prepareAxe, violationsOf } from './helpers/axe.ts'
import { attribute, control, openPage, sizes, waitForStatus } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const keeps = process.env.FALTWERK_PICTURES === '1'
const folder = join(PROJECT, 'tests', 'pictures')
/** Enough for filters and maps to look like something. */
const steps = keeps ? '200' : '2'

for (const size of ['laptop', 'desktop', 'phone'] as const) {
  test(`every lesson opens, is accessible and stands still: ${size}`, async ({ page, site }) => {
    test.setTimeout(300_000)
    await openPage(page, { url: site.url, size, query: { seed: '7', backend: 'wasm', steps } })
    await waitForStatus(page, 'ready')
    await control(page, 'train', 'en').click()
    await waitForStatus(page, 'finished', 120_000)
    await prepareAxe(page)
    const faults: string[] = []
    for (const language of ['de', 'en'] as const) {
      for (const lesson of lessonIds) {
        await goTo(page, language, lesson)
        faults.push(...(await violationsOf(page, null)).map((fault) => `${language} ${lesson}: ${fault}`))
        const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (overhang > 0) faults.push(`${language} ${lesson}: ${overhang} pixels wider than the screen`)
        const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
        await page.waitForTimeout(150)
        const again = await page.screenshot({ animations: 'disabled', caret: 'hide' })
        if (!picture.equals(again)) faults.push(`${language} ${lesson}: the picture does not stand still`)
        if (keeps) await keep(page, `${lesson}.${language}.${sizes[size].width}.webp`)
      }
    }
    expect(faults).toEqual([])
  })
}

async function goTo(page: Page, language: string, lesson: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${language}/${lesson}?backend=wasm&seed=7&digit=0&theme=light`)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  // Focus and pointer leave no trace in the picture.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.mouse.move(0, 0)
  await settledPictures(page)
  expect(await attribute(page, 'data-status')).toBe('finished')
}

/** WebP, which Playwright does not write itself: a third of the bytes. */
async function keep(page: Page, name: string) {
  mkdirSync(folder, { recursive: true })
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 45 })
  await session.detach()
  writeFileSync(join(folder, name), Buffer.from(data, 'base64'))
}
