/** The content security policy holds. That nothing of the page needs more than it allows, `watch` sees in every test. */
import { openPage } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

test('the policy itself is in force', async ({ page, site, watch }) => {
  await openPage(page, { url: site.url })
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "injected"'
    document.head.append(script)
    return document.title === 'injected'
  })
  expect(ran).toBe(false)
  expect(watch.faults.length).toBeGreaterThan(0)
  watch.faults.length = 0
})
