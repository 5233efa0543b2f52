/** The numbers on the screen against numbers worked out here, from what the worker sent. */
import type { Page } from '@playwright/test'
import { listenForFrames, numberIn, type SentFrame, sentFrame } from './helpers/frames.ts'
import { canvases, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const languages = ['en', 'de'] as const
type Language = (typeof languages)[number]

/** Half of the last printed decimal, and what 32-bit sums may be off. */
const printedToThree = 0.0005 + 1e-5

test('a pixel of a convolved map is what 25 products and the bias make it', async ({ page, site }) => {
  await listenForFrames(page)
  await openPage(page, { url: site.url, lesson: 'convolution', query: { seed: '7', backend: 'wasm' } })
  await trainSteps(page, 2)

  for (const language of languages) {
    await control(page, language === 'de' ? 'german' : 'english', 'en').click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await settledPictures(page)
    const sent = await sentFrame(page, ['input', 'conv1/weights', 'conv1/bias', 'conv1/pre'])
    // The chosen map, and below it all 32.
    const maps = canvases(page, 'conv1/pre', 'figure').last()
    // A corner, where the window hangs over the edge, and two places in the middle of maps.
    for (const at of [
      { x: 0.004, y: 0.004 },
      { x: 0.3, y: 0.42 },
      { x: 0.81, y: 0.69 },
    ]) {
      const { map, row, column, value } = await pointAt(page, maps, at, language)
      const worked = convolvedPixel(sent, { map, row, column })
      expect(Math.abs(value - worked)).toBeLessThan(printedToThree)
      expect(Math.abs(sentValue(sent, { map, row, column }) - worked)).toBeLessThan(1e-5)

      // The sum as written: five products, the others, bias, and a line for rounding, make the value in printed digits.
      await page.mouse.down()
      await page.mouse.up()
      const printed = (await page.locator('dl dd').allTextContents()).map((text) =>
        text === '' ? 0 : numberIn(text, language),
      )
      const total = printed.pop()
      expect(printed).toHaveLength(8)
      expect(total).toBe(value)
      expect(Math.abs(printed.reduce((sum, term) => sum + term, 0) - value)).toBeLessThan(1e-9)
      // Each product is what its printed factors make, to half of its last decimal and what the factors' are off.
      const names = (await page.locator('dl dt').allTextContents()).slice(0, 5)
      for (const [index, name] of names.entries()) {
        const [input = '', weight = ''] = name.replace('=', '').split('×')
        const product = numberIn(input, language) * numberIn(weight, language)
        expect(Math.abs(product - (printed[index] ?? Number.NaN))).toBeLessThan(0.0005 + 2e-4)
      }
      const place = await page
        .getByRole('heading', { name: /^(Map|Karte) \d+, (row|Zeile) \d+/ })
        .textContent()
      expect(wholeNumbersIn(place ?? '')).toEqual([map, row, column])
    }
  }
})

test('the ten shares are softmax of the ten logits and add up to all', async ({ page, site }) => {
  await listenForFrames(page)
  await openPage(page, { url: site.url, lesson: 'answer', query: { seed: '7', backend: 'wasm' } })
  await trainSteps(page, 2)

  for (const language of languages) {
    await control(page, language === 'de' ? 'german' : 'english', 'en').click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await settledPictures(page)
    const { planes, label } = await sentFrame(page, ['fc2', 'softmax'])
    const logits = planes.fc2?.values ?? []
    const shares = softmax(logits)
    expect(logits).toHaveLength(10)
    expect(largestDifference(shares, planes.softmax?.values ?? [])).toBeLessThan(1e-6)

    const rows = page.locator('table tbody tr')
    const printed = await rows.evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    )
    const printedShares = printed.map((cells) => numberIn(cells[3] ?? '', language))
    expect(printed.map((cells) => cells[0])).toEqual([...'0123456789'])
    expect(
      largestDifference(
        printed.map((cells) => numberIn(cells[1] ?? '', language)),
        logits,
      ),
    ).toBeLessThan(printedToThree)
    expect(
      largestDifference(
        printedShares,
        shares.map((share) => 100 * share),
      ),
    ).toBeLessThan(0.005 + 1e-4)

    // Printed shares add up to 100 %, or the page says by how much they miss it.
    const notes = (await page.locator('table ~ p').allTextContents()).join(' ')
    const lacking = /, (\S+?)\s?% (?:bei den Anteilen|in the shares)/.exec(notes)?.[1]
    const sum = printedShares.reduce((so, share) => so + share, 0)
    expect(Math.abs(sum + (lacking ? numberIn(lacking, language) : 0) - 100)).toBeLessThan(1e-6)

    // The verdict and the ribbon speak of the same answer.
    const answer = shares.indexOf(Math.max(...shares))
    const verdict = {
      de: answer === label ? 'Die Antwort stimmt.' : 'Die Antwort ist falsch.',
      en: answer === label ? 'The answer is right.' : 'The answer is wrong.',
    }
    expect(notes).toContain(verdict[language])
    await expect(page.getByTitle(/^(Die Antwort des Netzes|The answer of the network)$/)).toContainText(
      String(answer),
    )
  }
})

test('what a pooled map shows is the largest of four, for every pixel of all 32 maps', async ({
  page,
  site,
}) => {
  await listenForFrames(page)
  await openPage(page, { url: site.url, lesson: 'overview', query: { seed: '7', backend: 'wasm' } })
  await trainSteps(page, 1)
  const { planes } = await sentFrame(page, ['conv1', 'pool1'])
  const conv1 = planes.conv1?.values ?? []
  const pool1 = planes.pool1?.values ?? []
  const at = (row: number, column: number, map: number) => conv1[(row * 28 + column) * 32 + map] ?? Number.NaN
  const worked = pool1.map((_, index) => {
    const map = index % 32
    const row = 2 * Math.floor(index / (14 * 32))
    const column = 2 * (Math.floor(index / 32) % 14)
    return Math.max(
      at(row, column, map),
      at(row, column + 1, map),
      at(row + 1, column, map),
      at(row + 1, column + 1, map),
    )
  })
  expect(pool1).toHaveLength(14 * 14 * 32)
  expect(worked).toEqual(pool1)
  expect(Math.max(...pool1)).toBeGreaterThan(0)
})

async function trainSteps(page: Page, count: number) {
  await waitForStatus(page, 'ready')
  for (let step = 1; step <= count; step++) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, step)
  }
  await settledPictures(page)
}

/** Points at a place of a canvas (0 … 1 across and down) and reads the line below it. */
async function pointAt(
  page: Page,
  canvas: ReturnType<typeof canvases>,
  at: { readonly x: number; readonly y: number },
  language: Language,
) {
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The canvas is not on the screen.')
  await page.mouse.move(box.x + at.x * box.width, box.y + at.y * box.height)
  const readout = page.locator('output').filter({ hasText: /^(map|Karte) \d/i })
  const text = (await readout.first().textContent()) ?? ''
  const [place = '', value = ''] = text.split(': ')
  const [map = Number.NaN, row = Number.NaN, column = Number.NaN] = wholeNumbersIn(place)
  return { map, row, column, value: numberIn(value, language) }
}

function wholeNumbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}

type Place = { readonly map: number; readonly row: number; readonly column: number }

/** Convolution with a border of two zeros, by its definition; places count from 1. */
function convolvedPixel({ planes }: SentFrame, { map, row, column }: Place): number {
  const input = planes.input?.values ?? []
  const weights = planes['conv1/weights']?.values ?? []
  let sum = planes['conv1/bias']?.values[map - 1] ?? Number.NaN
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < 5; j++) {
      const y = row - 1 + i - 2
      const x = column - 1 + j - 2
      const isInside = y >= 0 && y < 28 && x >= 0 && x < 28
      if (isInside)
        sum += (input[y * 28 + x] ?? Number.NaN) * (weights[(i * 5 + j) * 32 + map - 1] ?? Number.NaN)
    }
  }
  return sum
}

function sentValue({ planes }: SentFrame, { map, row, column }: Place): number {
  return planes['conv1/pre']?.values[((row - 1) * 28 + column - 1) * 32 + map - 1] ?? Number.NaN
}

function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits)
  const exponentials = logits.map((logit) => Math.exp(logit - largest))
  const sum = exponentials.reduce((so, value) => so + value, 0)
  return exponentials.map((value) => value / sum)
}

function largestDifference(some: readonly number[], others: readonly number[]): number {
  expect(some.length).toBe(others.length)
  return Math.max(...some.map((value, index) => Math.abs(value - (others[index] ?? Number.NaN))))
}
