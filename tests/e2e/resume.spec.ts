/** A run survives whatever ends it, and ends with the same weights as one that was left alone. */
import type { BrowserContext, Page } from '@playwright/test'
import { below, createRandom, derive } from '../../src/math/random.ts'
import { hide, keptRuns, killWorker, rememberWorkers } from './helpers/kept.ts'
import { control, openPage, stepOf, waitForStatus } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const length = 60
const kills = 20
const query = { seed: '7', backend: 'wasm', steps: String(length) }

async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await rememberWorkers(page)
  await openPage(page, { url, language: 'en', query })
  return page
}

const goOn = (page: Page) => page.getByRole('button', { name: /^(Continue at step|Open it again)/ })
/** Looks at every frame: a test that comes late has nothing left to interrupt. */
async function reaches(page: Page, name: 'step' | 'keptStep', least: number): Promise<number> {
  const seen = await page.waitForFunction(
    ({ name, least }) => {
      const value = Number(document.documentElement.dataset[name])
      return value >= least ? value : null
    },
    { name, least },
    { timeout: 60_000 },
  )
  return (await seen.jsonValue())!
}

test('killed at 20 random moments and continued each time, it has the weights of an undisturbed run', async ({
  context,
  site,
}) => {
  // Each kill costs a new worker or a new page: a second or two on a machine of one's own, fifteen on one that is shared.
  test.setTimeout(600_000)
  let page = await visit(context, site.url)
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 120_000)
  await reaches(page, 'keptStep', length)
  await page.close()

  const random = createRandom(derive(6, 'kills'))
  const ways = ['worker', 'worker', 'reload', 'worker', 'close', 'worker', 'crash'] as const
  page = await visit(context, site.url)
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  let [reached, interrupted] = [0, 0]
  for (let kill = 0; kill < kills; kill++) {
    // What was kept last is some steps old when it ends: these are computed again.
    const next = Math.min(reached + 1, length)
    await reaches(page, 'step', Math.min(next + below(2, random), length))
    await hide(page)
    reached = await reaches(page, 'keptStep', next)
    if (reached < length) interrupted++
    await page.waitForTimeout(below(400, random))
    const way = ways[kill % ways.length]!
    if (way === 'worker') {
      await killWorker(page)
      await waitForStatus(page, 'failed')
    } else if (way === 'reload') {
      await page.reload()
    } else {
      if (way === 'crash') await page.goto('chrome://crash').catch(() => undefined)
      await page.close()
      page = await visit(context, site.url)
    }
    await goOn(page).click()
    await waitForStatus(page, ['paused', 'finished'])
    expect(await stepOf(page)).toBeGreaterThanOrEqual(reached)
    reached = await stepOf(page)
    if (reached < length) await control(page, 'resume', 'en').click()
  }
  await waitForStatus(page, 'finished', 120_000)
  await reaches(page, 'keptStep', length)
  expect(interrupted).toBeGreaterThan(kills / 2)

  const [disturbed, undisturbed] = await keptRuns(page)
  expect(disturbed?.id).not.toBe(undisturbed?.id)
  expect(disturbed?.step).toBe(length)
  expect({ ...disturbed, id: '' }).toEqual({ ...undisturbed, id: '' })
  expect(disturbed?.historySteps).toEqual(Array.from({ length }, (_, i) => i + 1))
  expect(disturbed?.summarySteps).toEqual([0, length])
})
