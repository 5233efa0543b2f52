import { listenForFrames, numberIn, sentFrame } from './helpers/frames.ts'
import { canvases, control, openPage } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'
import { goToSum, languages, panelOf, placeIn, said, trainSteps } from './helpers/sums.ts'

const query = { seed: '7', backend: 'wasm' }

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
    // In the first map, whatever its size on this screen: in the middle lies the gap between two.
    await canvases(page, tap, view).click({ position: { x: 3, y: 3 } })
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
