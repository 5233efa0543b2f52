/** A digit drawn by hand: with mouse, finger and pen, before, during and between training. */
import type { Locator, Page } from '@playwright/test'
import { drawWithFinger, drawWithMouse, drawWithPen, type Stroke } from './helpers/draw.ts'
import { attribute, canvases, control, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { hashesOf, picturesOf, settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }
const stages = ['input', 'conv1', 'pool1', 'conv2', 'pool2', 'fc1', 'softmax'].map((tap) => `ribbon ${tap}`)

const upright: Stroke = Array.from({ length: 12 }, (_, i) => [0.5, 0.15 + (0.7 * i) / 11] as const)
const bar: Stroke = Array.from({ length: 8 }, (_, i) => [0.3 + (0.4 * i) / 7, 0.2] as const)
const dot: Stroke = [[0.7, 0.5]]
const foot: Stroke = Array.from({ length: 8 }, (_, i) => [0.3 + (0.4 * i) / 7, 0.85] as const)

test('all stages follow mouse, pen and finger before training; undo and clear go back', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  const digit = hashesOf(await settledPictures(page))
  const pad = await openPad(page)
  await expect(page.getByText('Nothing drawn yet')).toBeVisible()
  // An empty pad draws nothing.
  expect(hashesOf(await settledPictures(page))).toEqual(digit)

  await drawWithMouse(page, pad, upright)
  const one = await picturesThatLeft(page, digit)
  await expect(page.getByText(/^The network reads \d \(\d+%\)$/)).toBeVisible()
  await expect(page.getByText('Drawn by hand', { exact: true })).toBeVisible()

  const device = await page.context().newCDPSession(page)
  await drawWithPen(device, pad, bar)
  const two = await picturesThatLeft(page, one)
  await drawWithFinger(device, pad, foot)
  const three = await picturesThatLeft(page, two)
  expect(three['figure conv1/pre']).not.toBe(digit['figure conv1/pre'])
  await drawWithMouse(page, pad, dot)
  await picturesThatLeft(page, three)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(async () => hashesOf(await picturesOf(page))).toEqual(three)

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(async () => hashesOf(await picturesOf(page))).toEqual(two)
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect.poll(async () => hashesOf(await picturesOf(page))).toEqual(digit)
  await expect(page.getByText('Nothing drawn yet')).toBeVisible()
  expect(await stepOf(page)).toBe(0)
  expect(await attribute(page, 'data-status')).toBe('ready')
})

test('drawing goes on while the network trains and while it rests', async ({ page, site }) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, language: 'de', lesson: 'answer', query })
  await waitForStatus(page, 'ready')
  const pad = await openPad(page)
  await control(page, 'train', 'de').click()
  await waitForStep(page, 1)

  const inputBefore = await inputHash(page)
  await drawWithMouse(page, pad, upright)
  await expect.poll(() => inputHash(page)).not.toBe(inputBefore)
  expect(await attribute(page, 'data-status')).toBe('training')
  const step = await stepOf(page)
  await waitForStep(page, step + 2)
  const inputWithOne = await inputHash(page)
  await drawWithMouse(page, pad, bar)
  await expect.poll(() => inputHash(page)).not.toBe(inputWithOne)

  await control(page, 'pause', 'de').click()
  await waitForStatus(page, 'paused')
  const paused = hashesOf(await settledPictures(page))
  const pausedAt = await stepOf(page)
  await drawWithMouse(page, pad, foot)
  await picturesThatLeft(page, paused)
  expect(await stepOf(page)).toBe(pausedAt)
  await expect(page.getByText(/^Das Netz liest \d \(\d+\s%\)$/)).toBeVisible()

  // The drawing stays the watched digit when the pad is closed; another test image replaces it.
  const drawn = hashesOf(await settledPictures(page))
  await page.getByRole('button', { name: 'Fertig', exact: true }).click()
  expect(hashesOf(await settledPictures(page))).toEqual(drawn)
  await page.getByRole('button', { name: 'Nächstes Testbild' }).click()
  await picturesThatLeft(page, drawn)
  await expect(page.getByText(/^Testbild \d+, Label \d$/)).toBeVisible()
})

test('a stroke is what the pen did: the prepared image is centred, whatever the place on the pad', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, lesson: 'pixels', query })
  await waitForStatus(page, 'ready')
  const pad = await openPad(page)
  const small = (dx: number, dy: number): Stroke =>
    upright.map(([x, y]) => [x * 0.5 + dx, y * 0.5 + dy] as const)
  const inkOf = async (stroke: Stroke) => {
    const before = hashesOf(await settledPictures(page))
    await drawWithMouse(page, pad, stroke)
    await picturesThatLeft(page, before)
    const centre = await centreOfInk(canvases(page, 'input', 'ribbon'))
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(async () => hashesOf(await picturesOf(page))).toEqual(before)
    return centre
  }
  // The centre of mass of ink lies in the middle of the 28 × 28 pixels, to within the half pixel of rounding.
  for (const stroke of [small(0.05, 0.05), small(0.4, 0.45)]) {
    const { x, y } = await inkOf(stroke)
    expect(Math.abs(x - 0.5)).toBeLessThan(1 / 28)
    expect(Math.abs(y - 0.5)).toBeLessThan(1 / 28)
  }
})

async function openPad(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^(Zeichnen|Draw)$/ }).click()
  const pad = page.getByRole('application')
  await expect(pad).toBeVisible()
  return pad
}

/**
 * Waits until every stage of the ribbon shows something else than `before`, and stays as it is: the pictures of a
 * stroke half drawn come first. All hashes then.
 */
async function picturesThatLeft(
  page: Page,
  before: Readonly<Record<string, number>>,
): Promise<Record<string, number>> {
  let last: Record<string, number> = {}
  let now: Record<string, number> = {}
  await expect
    .poll(
      async () => {
        last = now
        now = hashesOf(await picturesOf(page))
        return stages.filter((stage) => now[stage] === before[stage] || now[stage] !== last[stage])
      },
      { message: 'stages that did not follow, or did not come to rest', intervals: [300] },
    )
    .toEqual([])
  return now
}

async function inputHash(page: Page): Promise<number | undefined> {
  return hashesOf(await picturesOf(page, 'ribbon'))['ribbon input']
}

/** Centre of mass of the ink on an image's canvas, 0 … 1 across and down. In the light theme ink is dark. */
async function centreOfInk(canvas: Locator): Promise<{ x: number; y: number }> {
  return await canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement
    const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
    if (!pixels) throw new Error('The canvas has no pixels.')
    const paper = pixels[0] ?? 255
    let ink = 0
    let x = 0
    let y = 0
    for (let i = 0; i < width * height; i++) {
      const amount = paper - (pixels[4 * i] ?? 0)
      ink += amount
      x += amount * ((i % width) + 0.5)
      y += amount * (Math.floor(i / width) + 0.5)
    }
    return { x: x / ink / width, y: y / ink / height }
  })
}
