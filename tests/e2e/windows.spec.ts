/** Windows that slide over maps: played, stepped, pulled, moved by keys; one place for all pictures. */
import type { Locator, Page } from '@playwright/test'
import { canvases, openPage, waitForStatus } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }
/** Where the figure of the convolution begins: row 12, column 17, both counted from 1. */
const first = 11 * 28 + 16

test('the window is played, held, stepped and scrubbed, and the map is filled as far as it has come', async ({
  page,
  site,
}) => {
  await openConvolution(page, site.url)
  const whole = page.getByRole('heading', { name: 'Map 7', exact: true })
  const soFar = page.getByRole('heading', { name: 'Map 7, so far', exact: true })
  const map = pictures(page).map
  await expect(whole).toBeVisible()
  expect(await placeOf(page)).toBe(first)
  expect(await hasLastValue(map)).toBe(true)

  await page.getByRole('button', { name: 'One step forward', exact: true }).click()
  expect(await placeOf(page)).toBe(first + 1)
  await expect(soFar).toBeVisible()
  expect(await hasLastValue(map)).toBe(false)
  await page.getByRole('button', { name: 'One step back', exact: true }).click()
  expect(await placeOf(page)).toBe(first)

  await page.getByRole('radio', { name: 'fast' }).check()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => placeOf(page)).toBeGreaterThan(first + 30)
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  const held = await placeOf(page)
  await page.waitForTimeout(400)
  expect(await placeOf(page)).toBe(held)
  expect(await numberOfSlider(page)).toBe(held)
  await expect(page).toHaveURL(new RegExp(`at=7\\.${Math.floor(held / 28) + 1}\\.${(held % 28) + 1}$`))

  await page.getByRole('slider', { name: 'Window' }).fill('28')
  await expect(page.getByRole('heading', { name: 'Map 7, row 2, column 1', exact: true })).toBeVisible()
  // A hand that takes the window sees all of the map.
  await map.click({ position: { x: 40, y: 40 } })
  await expect(whole).toBeVisible()
  expect(await hasLastValue(map)).toBe(true)
})

test('fast is faster than slow, and a hand on the window stops it', async ({ page, site }) => {
  await openConvolution(page, site.url)
  const walked = async (speed: string) => {
    await page.getByRole('radio', { name: speed }).check()
    const from = await placeOf(page)
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await page.waitForTimeout(2000)
    await page.getByRole('button', { name: 'Hold', exact: true }).click()
    return (await placeOf(page)) - from
  }
  const slow = await walked('slow')
  expect(slow).toBeGreaterThan(0)
  expect(await walked('fast')).toBeGreaterThan(3 * slow)

  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await pictures(page).map.click({ position: { x: 3, y: 3 } })
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  expect(await placeOf(page)).toBe(0)
})

test('with reduced motion the window jumps from row to row', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openConvolution(page, site.url)
  await page.evaluate(() => {
    const seen: number[] = []
    const slider = document.querySelector<HTMLInputElement>('input[type=range][aria-label=Window]')
    new MutationObserver(() => seen.push(Number(slider?.value))).observe(document.body, {
      subtree: true,
      attributeFilter: ['aria-valuetext'],
    })
    Object.assign(window, { seen })
  })
  await page.getByRole('radio', { name: 'fast' }).check()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => placeOf(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(first + 3 * 28)
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen)
  expect(seen.length).toBeGreaterThanOrEqual(3)
  expect(seen.filter((place) => (place - first) % 28 !== 0)).toEqual([])
})

test('the window is pulled with the mouse: as far as the hand moves, into the padding, and not beyond', async ({
  page,
  site,
}) => {
  await openConvolution(page, site.url)
  const { input } = pictures(page)
  const cell = await cellSize(input, 32)
  // The middle of the window stands two cells further in than its pixel; taken hold of near its edge, it does not jump.
  await drag(page, input, {
    from: [(16 + 2 + 1.5) * cell, (11 + 2 + 1.5) * cell],
    to: [(16 + 2 + 1.5 + 5) * cell, (11 + 2 + 1.5 + 3) * cell],
  })
  expect(await placeOf(page)).toBe(14 * 28 + 21)
  await drag(page, input, {
    from: [(21 + 2.5) * cell, (14 + 2.5) * cell],
    to: [-200, -200],
  })
  expect(await placeOf(page)).toBe(0)
  await expect(page.getByText('20 more, 16 in the padding')).toBeVisible()
  // Pressed elsewhere, it goes there.
  await input.click({ position: { x: 20.5 * cell, y: 25.5 * cell } })
  expect(await placeOf(page)).toBe(23 * 28 + 18)
  await input.hover({ position: { x: 0.5 * cell, y: 9 * cell } })
  await expect(page.locator('output').filter({ hasText: /^padding: 0$/ })).toBeVisible()
})

test('a finger pulls the window and not the page', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'convolution', size: 'phone', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
  const { input } = pictures(page)
  await input.scrollIntoViewIfNeeded()
  const cell = await cellSize(input, 32)
  const box = await boxOf(input)
  const scrolled = await page.evaluate(() => scrollY)
  const device = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', column: number, row: number) =>
    device.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: box.x + (column + 2.5) * cell, y: box.y + (row + 2.5) * cell }],
    })
  await touch('touchStart', 16, 11)
  for (let step = 1; step <= 4; step++) await touch('touchMove', 16, 11 - step)
  await touch('touchEnd', 16, 7)
  await expect.poll(() => placeOf(page)).toBe(7 * 28 + 16)
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
})

test('arrow keys move the window by one in every picture, and all show the same place', async ({
  page,
  site,
}) => {
  await openConvolution(page, site.url)
  const { input, map, maps } = pictures(page)
  for (const [picture, key, moves] of [
    [input, 'ArrowRight', 1],
    [map, 'ArrowDown', 28],
    [maps, 'ArrowLeft', -1],
    [maps, 'ArrowUp', -28],
  ] as const) {
    const from = await placeOf(page)
    await picture.focus()
    await page.keyboard.press(key)
    expect(await placeOf(page)).toBe(from + moves)
    expect(await numberOfSlider(page)).toBe(from + moves)
  }
  expect(await placeOf(page)).toBe(first)
  // Another map, the same place: Enter and a double press open its sum; so does the button.
  const panel = page.getByRole('heading', { name: 'How this number came about' })
  await maps.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sum=conv1\/pre\.7\.12\.17$/)
  // The panel is loaded when it is first needed; only then it hears Escape.
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await map.dblclick({ position: { x: 4, y: 4 } })
  await expect(page).toHaveURL(/sum=conv1\/pre\.7\.1\.1$/)
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await page.getByRole('button', { name: 'All 25 products', exact: true }).click()
  await expect(panel).toBeVisible()
  // The open sum goes with the window.
  await map.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/sum=conv1\/pre\.7\.2\.2$/)
  await expect(map).toBeFocused()
})

async function openConvolution(page: Page, url: string) {
  await openPage(page, { url, lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
}

/** The digit with the window, the chosen map, and all 32. */
function pictures(page: Page) {
  const maps = canvases(page, 'conv1/pre', 'figure')
  return { input: canvases(page, 'input', 'figure'), map: maps.first(), maps: maps.last() }
}

/** The place that the heading of the sum names, counted from 0 in reading order. */
async function placeOf(page: Page): Promise<number> {
  const text = await page
    .getByRole('heading', { name: /^Map \d+, row \d+, column \d+$/ })
    .first()
    .textContent()
  const [, row = Number.NaN, column = Number.NaN] = (text?.match(/\d+/g) ?? []).map(Number)
  return (row - 1) * 28 + column - 1
}

async function numberOfSlider(page: Page): Promise<number> {
  return Number(await page.getByRole('slider', { name: 'Window' }).inputValue())
}

async function boxOf(picture: Locator) {
  const box = await picture.boundingBox()
  if (!box) throw new Error('The picture is not on the screen.')
  return box
}

async function cellSize(picture: Locator, cells: number): Promise<number> {
  return (await boxOf(picture)).width / cells
}

type Drag = { readonly from: readonly [number, number]; readonly to: readonly [number, number] }

async function drag(page: Page, picture: Locator, { from, to }: Drag) {
  const { x, y } = await boxOf(picture)
  await page.mouse.move(x + from[0], y + from[1])
  await page.mouse.down()
  await page.mouse.move(x + to[0], y + to[1], { steps: 4 })
  await page.mouse.up()
}

/** Whether the last value of a map of 28 × 28 is there: what is not made yet is half transparent, as no value is. */
async function hasLastValue(map: Locator): Promise<boolean> {
  return await map.evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const side = canvas.width / 28
    const middle = Math.round(canvas.width - side / 2)
    return canvas.getContext('2d')?.getImageData(middle, middle, 1, 1).data[3] === 255
  })
}
