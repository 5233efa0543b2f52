/** The content security policy and the promise to ask nobody else, on every backend; `watch` does the watching. */
import type { Page } from '@playwright/test'
import { attribute, control, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const backends = ['wasm', 'webgl', 'webgpu', 'cpu'] as const

for (const backend of backends) {
  test(`${backend} trains under the policy`, async ({ page, site }) => {
    test.setTimeout(150_000) // a step takes 10 to 20 s on a graphics card made of software
    const hasWebgpu = await hasAdapter(page, site.url)
    test.skip(backend === 'webgpu' && !hasWebgpu, 'this browser offers no WebGPU adapter')
    await openPage(page, { url: site.url, query: { backend } })
    await waitForStatus(page, 'ready', 90_000)
    expect(await attribute(page, 'data-backend')).toBe(backend)
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, 1, 120_000)
    expect(await stepOf(page)).toBe(1)
  })
}

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

async function hasAdapter(page: Page, url: string): Promise<boolean> {
  await page.goto(`${url}icon.svg`) // not the page: from there to its lesson no reload would follow
  return await page.evaluate(async () => {
    const gpu = (navigator as { gpu?: { requestAdapter(): Promise<unknown> } }).gpu
    return ((await gpu?.requestAdapter()) ?? null) !== null
  })
}
