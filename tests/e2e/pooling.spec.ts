/** The window of pooling, and what pooling forgives when the digit moves. */
import { listenForFrames, numberIn, sentFrame } from './helpers/frames.ts'
import { canvases, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }

test('the window of the pooling slides by two, and the winner is the largest of its four candidates', async ({
  page,
  site,
}) => {
  await listenForFrames(page)
  await openPage(page, { url: site.url, lesson: 'pooling', query: { ...query, at: '7.6.9' } })
  await waitForStatus(page, 'ready')
  for (const language of ['en', 'de'] as const) {
    await control(page, language === 'de' ? 'german' : 'english', 'en').click()
    await settledPictures(page)
    const words = {
      en: { forward: 'One step forward', name: /^Four candidates/, won: /^Winner |^A tie/ },
      de: { forward: 'Einen Schritt vor', name: /^Vier Kandidaten/, won: /^Gewinner |^Gleichstand/ },
    }[language]
    const at = async () => /at=(\d+)\.(\d+)\.(\d+)/.exec(page.url())?.slice(1).map(Number) ?? []
    await page.getByRole('button', { name: words.forward, exact: true }).click()
    const column = language === 'en' ? 10 : 12
    await expect.poll(at).toEqual([7, 6, column])
    if (language === 'en') {
      // One press of an arrow is one window on: two pixels.
      await canvases(page, 'conv1', 'figure').first().focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(at).toEqual([7, 6, column + 1])
    }
    const now = (await at())[2] ?? Number.NaN
    const { planes } = await sentFrame(page, ['conv1', 'pool1'])
    const value = (row: number, column: number) =>
      planes.conv1?.values[(row * 28 + column) * 32 + 6] ?? Number.NaN
    const four = [
      value(10, 2 * now - 2),
      value(10, 2 * now - 1),
      value(11, 2 * now - 2),
      value(11, 2 * now - 1),
    ]
    const picture = page.getByRole('img', { name: words.name })
    const printed = async () =>
      ((await picture.getAttribute('aria-label')) ?? '')
        .replace(/^[^:]*: /, '')
        .split('; ')
        .slice(0, 4)
        .map((text) => Number.parseFloat(text.replace(',', '.')))
    await expect.poll(printed, { timeout: 5000 }).toEqual(four.map((one) => Number(one.toFixed(3))))
    expect(planes.pool1?.values[(5 * 14 + now - 1) * 32 + 6]).toBe(Math.max(...four))
    await expect(page.getByText(words.won)).toBeVisible()
  }
})

test('what a moved digit changes is said as it is: before pooling and after it, in both languages', async ({
  page,
  site,
}) => {
  await listenForFrames(page)
  await openPage(page, { url: site.url, lesson: 'pooling', query })
  await waitForStatus(page, 'ready')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  for (const language of ['en', 'de'] as const) {
    await control(page, language === 'de' ? 'german' : 'english', 'en').click()
    const said = {
      en: {
        view: 'Move the digit',
        right: 'The digit one pixel to the right',
        reset: 'Reset',
        change: 'Change',
      },
      de: {
        view: 'Ziffer verschieben',
        right: 'Die Ziffer ein Pixel nach rechts',
        reset: 'Zurück',
        change: 'Änderung',
      },
    }[language]
    await page.getByRole('radio', { name: said.view }).check()
    const shares = async () => {
      const texts = await page
        .locator('p', { hasText: new RegExp(`^${said.change} [\\d.,]+`) })
        .allTextContents()
      return texts.map((text) => numberIn(/([\d.,]+)\s?%/.exec(text)?.[1] ?? '', language))
    }
    await page.getByRole('button', { name: said.reset, exact: true }).click()
    await expect.poll(shares).toEqual([0, 0, 0, 0, 0])
    for (const right of [1, 2]) {
      await page.getByRole('button', { name: said.right, exact: true }).click()
      const taps = ['input', 'conv1', 'pool1'] as const
      const moved = (tap: string) => `shift/${right},0/${tap}`
      const names = [...taps, ...taps.map(moved)]
      await expect
        .poll(async () => Object.keys((await sentFrame(page, names)).planes).length)
        .toBe(names.length)
      const { planes } = await sentFrame(page, names)
      // The digit itself is moved, and what enters is empty.
      const input = planes.input?.values ?? []
      const movedInput = input.map((_, i) => (i % 28 < right ? 0 : (input[i - right] ?? Number.NaN)))
      expect(planes[moved('input')]?.values).toEqual(movedInput)
      const changeOf = (tap: string) => {
        const [before, after] = [planes[tap]?.values ?? [], planes[moved(tap)]?.values ?? []]
        const distance = before.reduce((so, value, i) => so + Math.abs(value - (after[i] ?? Number.NaN)), 0)
        return (100 * distance) / before.reduce((so, value) => so + value, 0)
      }
      // Of the input; of all maps before pooling, of the chosen one; the same after it.
      await expect.poll(async () => (await shares())[0]).toBeCloseTo(changeOf('input'), 0)
      const printed = await shares()
      expect(printed).toHaveLength(5)
      for (const [index, tap] of [
        [0, 'input'],
        [1, 'conv1'],
        [3, 'pool1'],
      ] as const)
        expect(Math.abs((printed[index] ?? Number.NaN) - changeOf(tap)), tap).toBeLessThan(0.051)
    }
  }
})
