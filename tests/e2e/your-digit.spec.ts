/** The lesson of the own digit: drawing and taking back, the stages of the preparation, the comparison with the data. */
import type { Locator, Page } from '@playwright/test'
import axeCore from 'axe-core'
import { drawWithFinger, drawWithMouse, drawWithPen, type Stroke } from './helpers/draw.ts'
import { attribute, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }

const along = (from: readonly [number, number], to: readonly [number, number], count = 10): Stroke =>
  Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1)
    return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const
  })
const seven: readonly Stroke[] = [[...along([0.3, 0.2], [0.7, 0.2]), ...along([0.68, 0.25], [0.45, 0.85])]]
const zigzag: Stroke = Array.from({ length: 12 }, (_, i) => [i % 2 ? 0.95 : 0.05, 0.05 + 0.08 * i] as const)
const scribble: readonly Stroke[] = [zigzag, zigzag.map(([x, y]) => [y, x] as const)]

test('a plausible digit is not unusual, a scribble is, and both say of how many', async ({ page, site }) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  const pad = padOf(page)
  for (const stroke of seven) await drawWithMouse(page, pad, stroke)
  await expect(page.getByText(/^It reads \d \(\d+%\)\.$/)).toBeVisible()
  await expect(page.getByText(/^\d+ of [\d,]+ test digits are as far .*: not unusual\.$/)).toBeVisible({
    timeout: 60_000,
  })
  const nearest = page.getByRole('list', { name: 'The nearest training images' }).getByRole('img')
  await expect(nearest).toHaveCount(3)
  for (const image of await nearest.all()) {
    expect(await image.getAttribute('aria-label')).toMatch(/^Training image [\d,]+, label \d, distance \d/)
  }
  await page.getByRole('button', { name: /^Watch test digit/ }).click()
  await expect(page.getByText(/^Test image [\d,]+, label \d$/)).toBeVisible()
  await page.getByRole('button', { name: 'Watch this one', exact: true }).click()
  await expect(page.getByText('Drawn by hand', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  for (const stroke of scribble) await drawWithMouse(page, pad, stroke)
  await expect(page.getByText('Unusual', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/Do not rely on the answer/)).toBeVisible()
})

test('mouse, pen and finger draw, the eraser rubs out, and every step goes back and forth', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, language: 'de', lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  const pad = padOf(page)
  const device = await page.context().newCDPSession(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const empty = await inkOf(pad)
  await expect(button('Strich zurück')).toBeDisabled()
  await drawWithMouse(page, pad, along([0.2, 0.2], [0.8, 0.2]))
  const one = await inkOf(pad)
  await drawWithPen(device, pad, along([0.2, 0.5], [0.8, 0.5]))
  const two = await inkOf(pad)
  await drawWithFinger(device, pad, along([0.2, 0.8], [0.8, 0.8]))
  const three = await inkOf(pad)
  expect(empty).toBe(0)
  expect(one).toBeGreaterThan(0)
  expect(two).toBeGreaterThan(1.8 * one)
  expect(three).toBeGreaterThan(2.7 * one)
  await page.getByRole('radio', { name: 'Radierer' }).check()
  await drawWithMouse(page, pad, along([0.5, 0.1], [0.5, 0.9]))
  const erased = await inkOf(pad)
  expect(erased).toBeLessThan(three)
  await button('Strich zurück').click()
  expect(await inkOf(pad)).toBe(three)
  await button('Strich zurück').click()
  expect(await inkOf(pad)).toBe(two)
  await button('Strich vor').click()
  await button('Strich vor').click()
  expect(await inkOf(pad)).toBe(erased)
  await button('Leeren').click()
  expect(await inkOf(pad)).toBe(0)
  await button('Strich zurück').click()
  expect(await inkOf(pad)).toBe(erased)
})

test('the drawing draws itself again and the network reads along; it is still there after another lesson', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  const pad = padOf(page)
  await drawWithMouse(page, pad, along([0.3, 0.2], [0.7, 0.2]))
  await page.waitForTimeout(500)
  await drawWithMouse(page, pad, along([0.68, 0.25], [0.45, 0.85]))
  const whole = await inkOf(pad)
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  // Half a second passes between the strokes: meanwhile only the first is there.
  const half = await inkOf(pad)
  expect(half).toBeLessThan(whole)
  await expect(page.getByRole('button', { name: 'Replay', exact: true })).toBeVisible()
  expect(await inkOf(pad)).toBe(whole)

  await go(page, '#/en/pixels?seed=7&backend=wasm')
  await expect(page.getByText('Drawn by hand', { exact: true })).toBeVisible()
  await go(page, '#/de/your-digit?seed=7&backend=wasm&theme=dark')
  await expect(page.getByRole('button', { name: 'Abspielen', exact: true })).toBeEnabled()
  expect(await inkOf(padOf(page))).toBe(whole)
})

test('the preparation says box, factor and shift, and beside it stands the average of the digit', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  await drawWithMouse(page, padOf(page), along([0.5, 0.2], [0.5, 0.8], 30))
  // A line of 0.6 and a pen of 0.085, on 168 pixels: 115 long and 14 wide, but for what the round ends leave.
  const [, width, height] = /^1 Box (\d+)\s×\s(\d+) of 168\s×\s168$/.exec(await stage(page, '1 Box')) ?? []
  expect(Math.abs(Number(height) - 115)).toBeLessThanOrEqual(2)
  expect(Math.abs(Number(width) - 14)).toBeLessThanOrEqual(2)
  const [, factor] = /times (0\.\d+): \d+\s×\s20$/.exec(await stage(page, '3 Scaled')) ?? []
  expect(Number(factor)).toBeCloseTo(20 / Number(height), 3)
  // Whole pixels bring the centre of mass to within half a pixel of column 15, row 15.
  const [, column, row] = /column (\d+\.\d), row (\d+\.\d)$/.exec(await stage(page, '4 Placed')) ?? []
  for (const place of [column, row]) expect(Math.abs(Number(place) - 15)).toBeLessThanOrEqual(0.5)
  await page.getByRole('group', { name: 'Average of' }).getByRole('radio', { name: '8' }).check()
  await expect.poll(() => stage(page, 'Average')).toMatch(/^Average [\d,]+ images of 8$/)
})

test('what was meant is counted for this visit', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  const pad = padOf(page)
  for (const stroke of seven) await drawWithMouse(page, pad, stroke)
  const reading = await page.getByText(/^It reads \d \(\d+%\)\.$/).textContent()
  const read = /\d/.exec(reading ?? '')?.[0] ?? ''
  const other = read === '3' ? '4' : '3'
  const meant = page.getByRole('group', { name: 'Which digit did you mean?' })
  await meant.getByRole('button', { name: other, exact: true }).click()
  await expect(page.getByText(/1 drawn, 0 read right/)).toBeVisible()
  await meant.getByRole('button', { name: read, exact: true }).click()
  await expect(page.getByText(/1 drawn, 1 read right/)).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(meant.getByRole('button', { name: read, exact: true })).toBeDisabled()
})

test('drawing holds the training up no longer than the pen moves', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStep(page, 2)
  for (const stroke of seven) await drawWithMouse(page, padOf(page), stroke)
  const step = Number(await attribute(page, 'data-step'))
  expect(await attribute(page, 'data-status')).toBe('training')
  await waitForStep(page, step + 2)
})

test('axe finds nothing beside a drawing and its warning', async ({ page, site }) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, language: 'de', lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  for (const stroke of scribble) await drawWithMouse(page, padOf(page), stroke)
  await expect(page.getByText('Ungewöhnlich', { exact: true })).toBeVisible({ timeout: 60_000 })
  await page.evaluate(axeCore.source)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
    return (await axe.run()).violations.map(({ id }) => id)
  })
  expect(violations).toEqual([])
})

test('on a phone the page stays where it is while a finger draws', async ({ browser, site }) => {
  const page = await browser.newPage({ hasTouch: true })
  await openPage(page, { url: site.url, size: 'phone', lesson: 'your-digit', query })
  await waitForStatus(page, 'ready')
  const pad = padOf(page)
  await pad.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await drawWithFinger(await page.context().newCDPSession(page), pad, along([0.5, 0.9], [0.5, 0.1]))
  expect(await inkOf(pad)).toBeGreaterThan(0)
  expect(await page.evaluate(() => scrollY)).toBe(before)
  expect((await pad.boundingBox())?.width).toBeGreaterThan(300)
  await page.close()
})

function padOf(page: Page): Locator {
  return page.getByRole('application')
}

async function go(page: Page, hash: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, hash)
}

/** The words under one picture of the preparation. */
async function stage(page: Page, name: string): Promise<string> {
  const item = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  return ((await item.locator('p').textContent()) ?? '').trim()
}

/** Pixels of the pad with ink, as the eye sees it. */
async function inkOf(pad: Locator): Promise<number> {
  return await pad.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement
    const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
    if (!pixels) throw new Error('The pad has no pixels.')
    let ink = 0
    for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 127) ink++
    return ink
  })
}
