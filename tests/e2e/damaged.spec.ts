/** Kept runs whose checkpoints are damaged: the one before takes their place, and where there is none, all else is still there. */
import type { BrowserContext, Page } from '@playwright/test'
import { damageCheckpoints, keptRuns, patienceMs, visitAgain } from './helpers/kept.ts'
import { openLibrary, openListed } from './helpers/library.ts'
import { attribute, control, type Language, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import type { Site } from './helpers/site.ts'
import { expect, test } from './helpers/test.ts'

const visit = (context: BrowserContext, site: Site, language: Language) =>
  visitAgain(context, { url: site.url, lesson: 'loss', language })

/** The loss of each step, as the page says it. */
async function trained(page: Page, steps: readonly number[]): Promise<readonly (string | null)[]> {
  const losses = []
  for (const step of steps) {
    await page.getByRole('button', { name: /^(One step|Ein Schritt)$/ }).click()
    await waitForStep(page, step)
    await expect.poll(() => attribute(page, 'data-kept-step'), { timeout: patienceMs }).toBe(String(step))
    losses.push(await attribute(page, 'data-loss'))
  }
  return losses
}

/** Three steps, kept. */
async function keptRun(context: BrowserContext, site: Site) {
  const page = await visit(context, site, 'en')
  const losses = await trained(page, [1, 2, 3])
  const [run] = await keptRuns(page)
  await page.close()
  return { losses, run }
}

/** On a page of the same origin on which no run is open. The steps of checkpoints that stay whole. */
async function damage(context: BrowserContext, site: Site, what: Parameters<typeof damageCheckpoints>[1]) {
  const page = await context.newPage()
  await page.goto(`${site.url}manifest.webmanifest`)
  const whole = await damageCheckpoints(page, what)
  await page.close()
  return whole
}

const messagesOf = (page: Page) => page.getByRole('region', { name: /^(Messages|Meldungen)$/ })

test('with the newest checkpoint damaged the run goes on from the one before, and says so', async ({
  context,
  site,
}) => {
  test.setTimeout(400_000)
  const { losses, run } = await keptRun(context, site)
  for (const where of ['file', 'database'] as const) {
    expect(await damage(context, site, { which: 'newest', where })).toEqual([2])
    const page = await visit(context, site, 'de')
    await page.getByRole('button', { name: 'Weiter ab Schritt 3' }).click()
    await waitForStatus(page, 'paused', patienceMs)
    expect(await stepOf(page)).toBe(2)
    const messages = messagesOf(page)
    await expect(messages).toContainText(
      'Der letzte gesicherte Stand ist beschädigt; verwendet wird der davor, bei Schritt 2.',
    )
    await control(page, 'english', 'de').click()
    await expect(messages).toContainText('The last checkpoint is damaged; the one before is used, at step 2.')
    // The step that was lost comes again, to the same bits.
    expect(await trained(page, [3])).toEqual(losses.slice(2))
    expect((await keptRuns(page))[0]).toEqual(run)
    await page.close()
  }
})

test('with both checkpoints damaged the page says so, and record and tape are still there', async ({
  context,
  site,
}) => {
  test.setTimeout(400_000)
  const { run } = await keptRun(context, site)
  expect(await damage(context, site, { which: 'all', where: 'file' })).toEqual([])
  const page = await visit(context, site, 'en')
  await page.getByRole('button', { name: 'Continue at step 3' }).click()
  const messages = messagesOf(page)
  await expect(messages).toContainText('What was kept of this run is damaged')
  await control(page, 'german', 'en').click()
  await expect(messages).toContainText('Der gesicherte Stand ist beschädigt')
  expect(await stepOf(page)).toBe(0)
  expect(await attribute(page, 'data-status')).toBe('ready')

  const dialog = await openLibrary(page, 'de')
  await openListed(dialog, 'de')
  await expect.poll(() => attribute(page, 'data-shown-step'), { timeout: patienceMs }).toBe('3')
  await expect(page.getByText(/^Du siehst „/)).toBeVisible()
  await expect(page.getByText('Der gesicherte Stand ist beschädigt')).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Weiter ab/ })).toHaveCount(0)
  // The curve of the loss, and the tape from its beginning on.
  await page.getByRole('radio', { name: 'ganzer Lauf' }).check({ force: true })
  await expect(page.getByText(/^Schritt 3: Verlust \d/)).toBeVisible()
  await page.getByRole('slider', { name: 'Band des Laufs' }).press('Home')
  await expect.poll(() => attribute(page, 'data-shown-step')).toBe('0')
  await page.getByRole('button', { name: 'Zurück zu meinem Lauf' }).click()
  const [kept] = await keptRuns(page)
  expect(kept).toEqual({ ...run, hash: '' })
})
