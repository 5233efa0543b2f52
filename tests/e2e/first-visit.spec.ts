import { attribute, control, openPage, waitForStatus } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const visits = [
  { locale: 'de-AT', language: 'de', start: 'Training starten' },
  { locale: 'en-GB', language: 'en', start: 'Start training' },
  { locale: 'fr-FR', language: 'en', start: 'Start training' },
] as const

for (const { locale, language, start } of visits) {
  test.describe(`a browser set to ${locale}`, () => {
    test.use({ locale })

    test(`opens the page in ${language}, ready to train`, async ({ page, site }) => {
      await page.goto(site.url)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await attribute(page, 'lang')).toBe(language)
      await waitForStatus(page, 'ready')
      await expect(page.getByRole('button', { name: start, exact: true })).toBeEnabled()
      await expect(page).toHaveURL(new RegExp(`#/${language}/overview`))
    })
  })
}

test('the address decides the language before the browser does', async ({ page, site }) => {
  await openPage(page, { url: site.url, language: 'de', lesson: 'convolution' })
  expect(await attribute(page, 'lang')).toBe('de')
  await expect(control(page, 'train', 'de')).toBeVisible()
})

test('our server isolates the page, so that threads work', async ({ page, site }) => {
  await openPage(page, { url: site.url })
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})
