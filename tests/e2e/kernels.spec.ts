/** Our own kernels in the built page: the same seed is the same run, bit for bit, whatever the threads. */
import type { Page } from '@playwright/test'
import { attribute, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

/** `data-loss` holds every digit, so equal texts are equal bits. */
async function lossAfter(page: Page, steps: number): Promise<string | null> {
  for (let step = 1; step <= steps; step++) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, step, 60_000)
  }
  return await attribute(page, 'data-loss')
}

test('two visits with one seed have the same loss to the last digit, also with a thread less', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, query: { seed: '11', backend: 'wasm' } })
  await waitForStatus(page, 'ready')
  expect(['fma', 'simd']).toContain(await attribute(page, 'data-kernels'))
  const threads = Number(await attribute(page, 'data-threads'))
  const first = await lossAfter(page, 3)

  await page.reload()
  await waitForStatus(page, 'ready')
  await page.getByRole('button', { name: 'Compute and data' }).click()
  await page.getByRole('checkbox', { name: /^Compute gently/ }).check()
  await expect.poll(() => attribute(page, 'data-threads')).toBe(String(Math.max(1, threads - 1)))
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  expect(await lossAfter(page, 3)).toBe(first)
})

test('the page says what one seed promises here', async ({ page, site }) => {
  await openPage(page, { url: site.url, query: { seed: '11', backend: 'wasm' } })
  await waitForStatus(page, 'ready')
  await page.getByRole('button', { name: 'Compute and data' }).click()
  await expect(page.getByRole('dialog')).toContainText(
    'the same run to the last bit, with any number of threads',
  )
  await page.getByRole('radio', { name: /^CPU/ }).click()
  await expect(page.getByRole('dialog')).toContainText('the last digits may differ')
})
