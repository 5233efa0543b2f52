/** Two runs of one visit: one is looked at while the other is there, goes on, and is deleted. */
import type { Page } from '@playwright/test'
import { libraryNames as names, openLibrary } from './helpers/library.ts'
import { attribute, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const patienceMs = 60_000

test('a run that was looked at goes on with a tape that ends in the present, and what is deleted stays deleted', async ({
  page,
  site,
}) => {
  test.setTimeout(240_000)
  await openPage(page, { url: site.url, lesson: 'filters', query: { seed: '7', backend: 'wasm' } })
  await waitForStatus(page, 'ready')
  await stepsTo(page, 2)
  await keptUpTo(page, 2)
  await startOver(page)
  await stepsTo(page, 1)
  await keptUpTo(page, 1)

  // The first one is looked at, and takes the place of the second.
  const dialog = await openLibrary(page, 'en')
  await dialog.locator('li:not([data-present])').getByRole('button', { name: names.open.en }).click()
  await expect.poll(() => attribute(page, 'data-shown-step'), { timeout: patienceMs }).toBe('2')
  await page.getByRole('button', { name: 'Continue at step 2' }).click()
  await waitForStep(page, 2)
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 3)
  const tape = page.locator('[role="slider"][data-at]')
  await tape.press('Home')
  await expect(tape).toHaveAttribute('aria-valuetext', 'step 0 of 3, recorded')
  await tape.press('End')
  await expect(tape).toHaveAttribute('aria-valuetext', 'now, step 3 of 3,000')

  // The run that learned last is deleted once another one is there.
  await keptUpTo(page, 3)
  await startOver(page)
  await openLibrary(page, 'en')
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  for (const left of [1, 0]) {
    await dialog.getByRole('button', { name: names.remove.en }).first().click()
    await expect(dialog.getByRole('button', { name: names.undo.en })).toHaveCount(0, { timeout: patienceMs })
    await expect(dialog.getByRole('listitem')).toHaveCount(left)
  }
  await page.keyboard.press('Escape')
  await stepsTo(page, 1)
  await keptUpTo(page, 1)
  await openLibrary(page, 'en')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
})

async function stepsTo(page: Page, step: number) {
  for (let at = 1; at <= step; at++) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, at)
  }
}

const keptUpTo = (page: Page, step: number) =>
  expect.poll(() => attribute(page, 'data-kept-step'), { timeout: patienceMs }).toBe(`${step}`)

async function startOver(page: Page) {
  await control(page, 'startOver', 'en').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Same seed/ })
    .click()
  await expect.poll(() => attribute(page, 'data-step')).toBe('0')
  await waitForStatus(page, 'ready')
}
