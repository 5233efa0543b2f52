/** How a number came about: any value of any picture opens its sum, the printed terms make the printed number, and every number leads deeper. */
import type { Locator, Page } from '@playwright/test'
import axeCore from 'axe-core'
import { listenForFrames, numberIn, sentFrame } from './helpers/frames.ts'
import { canvases, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const languages = ['en', 'de'] as const
type Language = (typeof languages)[number]
const query = { seed: '7', backend: 'wasm' }

const said = {
  title: { en: 'How this number came about', de: 'So entsteht diese Zahl' },
  toText: { en: 'Back to the text', de: 'Zurück zum Text' },
  trace: { en: 'Trace to the pixels', de: 'Spur zu den Pixeln' },
  rounding: { en: 'Rounding', de: 'Rundung' },
  products: { en: 'Products', de: 'Produkte' },
} as const

test('a press on a value opens its sum: in the ribbon, in a figure, by keyboard; Escape goes back', async ({
  page,
  site,
}) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, lesson: 'fully-connected', query })
  await trainSteps(page, 1)
  const panel = panelOf(page, 'en')
  const text = page.getByRole('region', { name: 'Text of the lesson' })
  for (const [tap, view, name] of [
    ['conv1', 'ribbon', /^conv1, map \d+, row \d+, column \d+$/],
    ['softmax', 'ribbon', /^probability of digit \d$/],
    ['pool2', 'figure', /^pool2, map \d+, row \d+, column \d+$/],
    ['fc1', 'figure', /^fc1, neuron \d+$/],
  ] as const) {
    // Not in the middle: there lies the gap between two maps.
    await canvases(page, tap, view).click({ position: { x: 9, y: 9 } })
    await expect(placeIn(panel), `${view} ${tap}`).toHaveText(name)
  }
  await expect(text).toBeHidden()
  await page.getByRole('button', { name: said.toText.en }).click()
  await expect(panel).toBeHidden()
  await expect(text).toBeVisible()

  const ribbon = canvases(page, 'pool1', 'ribbon')
  await ribbon.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(placeIn(panel)).toHaveText('pool1, map 1, row 1, column 1')
  await expect(page.getByRole('heading', { name: said.title.en })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(ribbon).toBeFocused()
})

test('printed terms and rounding make the printed number, in both languages', async ({ page, site }) => {
  test.setTimeout(150_000)
  await listenForFrames(page)
  await openPage(page, { url: site.url, lesson: 'convolution', query })
  await trainSteps(page, 2)
  for (const language of languages) {
    await control(page, language === 'de' ? 'german' : 'english', 'en').click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const panel = panelOf(page, language)
    const show = async (sum: string) => {
      await goToSum(page, sum)
      await expect(panel.locator('[class*=big]')).not.toBeEmpty()
      await settledPictures(page)
    }
    /** The lines of the last sum, and by how much they miss their total. */
    const lines = async () =>
      (await panel.locator('dl').last().locator('dd').allTextContents()).map((text) =>
        numberIn(text, language),
      )
    const headline = async () => numberIn((await panel.locator('[class*=big]').textContent()) ?? '', language)
    const gaps = async () => {
      const text = await panel.textContent()
      const found = (text ?? '').matchAll(
        new RegExp(`${said.rounding[language]}( [^:.]*)?: ([−\\d.,]*\\d)\\.`, 'g'),
      )
      return [...found].map((match) => ({ where: match[1] ?? '', gap: numberIn(match[2] ?? '', language) }))
    }
    const gapOf = async (where: RegExp) =>
      (await gaps()).filter((one) => where.test(one.where)).reduce((so, { gap }) => so + gap, 0)

    // A corner, where 16 of 25 places are padding, and a place on the stroke.
    for (const [map, row, column] of [
      [3, 1, 1],
      [7, 12, 17],
      [20, 20, 13],
    ] as const) {
      await show(`conv1.${map}.${row}.${column}`)
      const sent = await sentFrame(page, ['input', 'conv1/weights', 'conv1/bias'])
      const [products = 0, bias = 0, before = 0, after = 0] = await lines()
      const worked = convolved(sent.planes, { map, row, column })
      expect(Math.abs(before - worked)).toBeLessThan(0.0005 + 1e-5)
      expect(products + bias + (await gapOf(/^$/))).toBeCloseTo(before, 9)
      expect(after).toBe(Math.max(0, before))
      expect(await headline()).toBe(after)
      const cells = panel.getByRole('img', { name: new RegExp(`^${said.products[language]}`) })
      await expect(cells).toHaveAttribute('aria-label', /;/)
      const label = (await cells.getAttribute('aria-label')) ?? ''
      const printed = label.slice(label.indexOf(': ') + 2).split('; ')
      expect(printed).toHaveLength(25)
      const sum = printed.reduce((so, text) => so + numberIn(text, language), 0)
      expect(sum + (await gapOf(/25/))).toBeCloseTo(products, 9)
    }

    await show('conv2.5.7.8')
    const [all = 0, bias = 0, before = 0] = await lines()
    expect(all + bias + (await gapOf(/^$/))).toBeCloseTo(before, 9)
    await panel.locator('summary').click()
    const contributions = (await panel.locator('details li > span').allTextContents()).map((text) =>
      numberIn(text, language),
    )
    expect(contributions).toHaveLength(32)
    const details = (await panel.locator('details p').textContent()) ?? ''
    const lacking = details === '' ? 0 : numberIn(/: ([−\d.,]*\d)\.$/.exec(details)?.[1] ?? '', language)
    expect(contributions.reduce((so, one) => so + one, lacking)).toBeCloseTo(all, 9)

    for (const sum of ['fc1.17.1.1', 'fc2.8.1.1'] as const) {
      await show(sum)
      const listed = (await panel.locator('tbody td:last-child').allTextContents()).map((text) =>
        numberIn(text, language),
      )
      const [others = 0, bias = 0, total = 0] = await lines()
      expect(listed).toHaveLength(10)
      expect(listed.reduce((so, one) => so + one, others + bias) + (await gapOf(/^$/))).toBeCloseTo(total, 9)
    }

    await show('softmax.8.1.1')
    const exponentials = (await panel.locator('tbody td:last-child').allTextContents()).map((text) =>
      numberIn(text, language),
    )
    const printedSum = numberIn((await panel.locator('tfoot td').textContent()) ?? '', language)
    expect(exponentials).toHaveLength(10)
    expect(exponentials.reduce((so, one) => so + one, await gapOf(/Summe|sum/))).toBeCloseTo(printedSum, 9)
    const [share = 0] = await lines()
    const own = exponentials[7] ?? Number.NaN
    expect(Math.abs(own / printedSum + (await gapOf(/Teilen|division/)) - share)).toBeLessThan(0.0001)

    await show('input.1.9.14')
    const byte = numberIn((await panel.locator('dl dd').first().textContent()) ?? '', language)
    expect(Math.abs(byte / 255 - (await headline()))).toBeLessThan(0.0005)
  }
})

test('from a probability one comes down to a pixel, and back', async ({ page, site }) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, lesson: 'answer', query })
  await trainSteps(page, 1)
  const panel = panelOf(page, 'en')
  await goToSum(page, 'softmax.8.1.1')
  await panel.getByRole('button', { name: '7', exact: true }).click()
  await expect(placeIn(panel)).toHaveText('logit of digit 7')
  await panel.locator('tbody button').first().click()
  await expect(placeIn(panel)).toHaveText(/^fc1, neuron \d/)
  await panel.locator('tbody button').first().click()
  await expect(placeIn(panel)).toHaveText(/^pool2, map \d+, row \d, column \d$/)
  await panel.getByRole('img', { name: /^The four candidates/ }).click()
  await expect(placeIn(panel)).toHaveText(/^conv2, map \d+/)
  await panel.getByRole('img', { name: /^Window/ }).click()
  await expect(placeIn(panel)).toHaveText(/^pool1, map \d+/)
  await panel.getByRole('img', { name: /^The four candidates/ }).click()
  await expect(placeIn(panel)).toHaveText(/^conv1, map \d+/)
  // By keyboard the last step: a place of the window, and Enter.
  await panel.getByRole('img', { name: /^Window/ }).focus()
  for (let move = 0; move < 13; move++) await page.keyboard.press(move < 6 ? 'ArrowRight' : 'ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(placeIn(panel)).toHaveText(/^pixel in row \d+, column \d+$/)
  await expect(page.getByRole('heading', { name: said.title.en })).toBeFocused()
  const way = panel.getByRole('navigation', { name: 'The way down' })
  await expect(way.locator('li')).toHaveText([
    'softmax',
    'logit',
    'fc1',
    'pool2',
    'conv2',
    'pool1',
    'conv1',
    'pixel',
  ])
  await way.getByRole('button', { name: 'fc1' }).click()
  await expect(placeIn(panel)).toHaveText(/^fc1, neuron \d/)
  await expect(way.locator('li')).toHaveCount(3)
})

test('the trace gives the same number at every level', async ({ page, site }) => {
  test.setTimeout(90_000)
  await openPage(page, { url: site.url, lesson: 'answer', query })
  await trainSteps(page, 1)
  for (const language of languages) {
    await control(page, language === 'de' ? 'german' : 'english', 'en').click()
    const panel = panelOf(page, language)
    for (const [sum, levels] of [
      ['fc2.8.1.1', 4],
      ['fc1.17.1.1', 3],
    ] as const) {
      await goToSum(page, sum)
      await panel.getByRole('radio', { name: said.trace[language] }).click()
      const rows = panel.locator('table').first().locator('tbody tr')
      await expect(rows).toHaveCount(levels)
      await expect(rows.first().locator('td').last()).not.toBeEmpty()
      const printed = await rows.evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
      )
      const note = (await panel.locator('table + p').first().textContent()) ?? ''
      const totals = printed.map(([level = '', ...cells]) => {
        const [positive = 0, negative = 0, biases = 0, total = 0] = cells.map((text) =>
          numberIn(text, language),
        )
        const gap = new RegExp(`${level} ([−\\d.,]*\\d)[;.]`).exec(note)?.[1]
        expect(positive).toBeGreaterThanOrEqual(0)
        expect(negative).toBeLessThanOrEqual(0)
        expect(positive + negative + biases + (gap ? numberIn(gap, language) : 0)).toBeCloseTo(total, 9)
        return total
      })
      expect(new Set(totals).size).toBe(1)
    }
  }
})

test('a sum is copied as text, as NumPy and as TypeScript; where the clipboard refuses, the text is shown', async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page, { url: site.url, lesson: 'convolution', query })
  await waitForStatus(page, 'ready')
  await goToSum(page, 'conv1.7.12.17')
  const panel = panelOf(page, 'en')
  await expect(panel.locator('[class*=big]')).not.toBeEmpty()
  const value = numberIn((await panel.locator('[class*=big]').textContent()) ?? '', 'en')
  for (const [format, mark] of [
    ['text', 'map 7'],
    ['NumPy', 'import numpy'],
    ['TypeScript', 'const '],
  ] as const) {
    await panel.getByRole('button', { name: format, exact: true }).click()
    await expect(panel.getByText(`Copied as ${format}.`)).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(mark)
  }
  // The last one is a program: what it writes is the number.
  const written = await page.evaluate(() => navigator.clipboard.readText())
  expect(run(written)).toBeCloseTo(value, 3)

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'))
  })
  await panel.getByRole('button', { name: 'text', exact: true }).click()
  await expect(panel.getByRole('textbox')).toHaveValue(/map 7/)
})

test('on a phone the sum is a sheet from below, and axe finds nothing in any kind of sum', async ({
  page,
  site,
}) => {
  test.setTimeout(150_000)
  await openPage(page, { url: site.url, lesson: 'convolution', size: 'phone', query })
  await trainSteps(page, 1)
  await page.evaluate(axeCore.source)
  const panel = panelOf(page, 'en')
  const violations: string[] = []
  for (const sum of sums) {
    await goToSum(page, sum)
    await expect(panel.locator('[class*=big]')).not.toBeEmpty()
    const box = await panel.boundingBox()
    expect(box?.height).toBeLessThanOrEqual(0.7 * 844 + 1)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0)
    expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof axeCore }
      const { violations } = await axe.run('main')
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    violations.push(...found.map((one) => `${sum}: ${one}`))
  }
  expect(violations).toEqual([])
  await page.getByRole('button', { name: said.toText.en }).click()
  await expect(panel).toBeHidden()
})

const sums = [
  'input.1.9.14',
  'conv1.7.12.17',
  'pool1.7.6.9',
  'conv2.6.7.8',
  'pool2.6.4.4',
  'fc1.17.1.1',
  'dropout.17.1.1',
  'fc2.8.1.1',
  'softmax.8.1.1',
  'conv1/weights.7.1.1',
  'fc1/bias.17.1.1',
]

/** What a copied program prints; it has no types to take away. */
function run(program: string): number {
  const printed: unknown[] = []
  new Function('console', program)({ log: (value: unknown) => printed.push(value) })
  return Number(printed[0])
}

function panelOf(page: Page, language: Language): Locator {
  return page.getByRole('region', { name: said.title[language] })
}

function placeIn(panel: Locator): Locator {
  return panel.locator('[aria-live]').first()
}

/** As a link would: the place counts from 1. */
async function goToSum(page: Page, sum: string): Promise<void> {
  await page.evaluate((sum) => {
    const [path = '', search = ''] = location.hash.split('?')
    const values = new URLSearchParams(search)
    values.set('sum', sum)
    location.hash = `${path}?${values}`
  }, sum)
}

async function trainSteps(page: Page, count: number) {
  await waitForStatus(page, 'ready')
  for (let step = 1; step <= count; step++) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, step)
  }
  await settledPictures(page)
}

type Planes = Awaited<ReturnType<typeof sentFrame>>['planes']

/** Convolution with a border of two zeros, by its definition; places count from 1. */
function convolved(planes: Planes, at: { map: number; row: number; column: number }): number {
  const input = planes.input?.values ?? []
  const weights = planes['conv1/weights']?.values ?? []
  let sum = planes['conv1/bias']?.values[at.map - 1] ?? Number.NaN
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < 5; j++) {
      const y = at.row - 1 + i - 2
      const x = at.column - 1 + j - 2
      const isInside = y >= 0 && y < 28 && x >= 0 && x < 28
      if (isInside)
        sum += (input[y * 28 + x] ?? Number.NaN) * (weights[(i * 5 + j) * 32 + at.map - 1] ?? Number.NaN)
    }
  }
  return sum
}
