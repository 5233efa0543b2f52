/** The bars of tfjs-vis in the lesson on accuracy: fetched when asked for, in the page's language and theme. */
import { attribute, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

test('a bar for each digit says what the table says, and follows language and theme', async ({
  page,
  site,
}) => {
  test.setTimeout(90_000)
  const chunks = () => site.requests.filter((path) => path.includes('shareBars')).length
  const before = chunks()
  await openPage(page, { url: site.url, lesson: 'accuracy', query: { seed: '7', backend: 'wasm' } })
  await waitForStatus(page, 'ready')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  await page.getByRole('button', { name: /^Check all/ }).click()
  const shares = page.locator('tbody tr td:last-child')
  await expect(shares).toHaveCount(10, { timeout: 60_000 })
  const shown = await shares.allTextContents()
  expect(chunks()).toBe(before)

  await page.getByRole('radio', { name: 'bars' }).click()
  const english = page.getByRole('img', { name: /^Accuracy per digit/ })
  const bars = english.locator('path[aria-label]')
  await expect(bars).toHaveCount(10)
  expect(chunks()).toBe(before + 1)
  await expect(english).toHaveAttribute(
    'aria-label',
    `Accuracy per digit. ${shown.map((share, digit) => `${digit}: ${share}`).join(', ')}`,
  )
  const labels = await bars.evaluateAll((paths) => paths.map((path) => path.getAttribute('aria-label')))
  const values = labels.map((label) => Number(label?.split('value: ')[1]))
  expect(values).toEqual(shown.map((share) => Number.parseFloat(share)))

  const light = await bars.first().getAttribute('fill')
  await page.getByRole('button', { name: 'dark' }).click()
  await expect.poll(() => attribute(page, 'data-theme')).toBe('dark')
  await expect(bars.first()).not.toHaveAttribute('fill', light ?? '')
  await control(page, 'german', 'en').click()
  const german = page.getByRole('img', { name: /^Genauigkeit je Ziffer/ })
  await expect(german.getByText('richtig in %', { exact: true })).toBeVisible()
  await expect(german.locator('svg')).toHaveCount(1)

  await page.getByRole('radio', { name: 'Tabelle' }).click()
  await expect(shares).toHaveCount(10)
  await expect(german).toHaveCount(0)
})
