/** The instruments show what the worker wrote down: every view, in both languages, read by its text alternatives. */
import type { Page } from '@playwright/test'
import type { Summary } from '../../src/protocol/record.ts'
import { prepareAxe, violationsOf } from './helpers/axe.ts'
import { numberIn } from './helpers/frames.ts'
import { control, type Language, openPage, waitForStatus } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

const names = {
  scalars: { de: 'Kurven', en: 'Scalars' },
  distributions: { de: 'Verteilungen', en: 'Distributions' },
  images: { de: 'Bilder', en: 'Images' },
  run: { de: 'Lauf', en: 'run' },
  values: { de: 'Gewichte, Aktivierungen', en: 'weights, activations' },
  deviation: { de: 'Standardabweichung', en: 'Standard deviation' },
  histogram: { de: 'Histogramm je Schritt', en: 'Histogram of each step' },
  bands: { de: 'Verteilung über die Schritte', en: 'Distribution over the steps' },
  filters: { de: 'Filter', en: 'Filters' },
  convolved: { de: 'Faltung und ReLU', en: 'Convolution and ReLU' },
  slider: { de: 'aufgezeichnete Schritte', en: 'recorded steps' },
  newest: { de: 'Zum neuesten', en: 'To the newest' },
  step: { de: 'Schritt', en: 'Step' },
  loss: { de: 'Kreuzentropie', en: 'Cross-entropy' },
} as const satisfies Record<string, Record<Language, string>>

/** What the test needs of the summaries, as the worker sent them. */
type Sent = Pick<Summary, 'step'> & {
  readonly deviation: number
  readonly bins: readonly number[]
  readonly min: number
  readonly max: number
  readonly count: number
  readonly filterLimit: number
  readonly mapLimit: number
}

async function listenForSummaries(page: Page) {
  await page.addInitScript(() => {
    const sent: unknown[] = []
    Object.assign(window, { sentSummaries: sent })
    const Original = Worker
    class ListenedWorker extends Original {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options)
        this.addEventListener('message', ({ data }) => {
          if (data?.type !== 'summary') return
          const { step, variables, filters, test } = data.summary
          const { deviation, bins, min, max, count } = variables['fc1/weights']
          sent.push({
            step,
            deviation,
            bins: [...bins],
            min,
            max,
            count,
            filterLimit: filters['conv1/weights'].limit,
            mapLimit: test.maps.conv1.limit,
          })
        })
      }
    }
    window.Worker = ListenedWorker
  })
}

const sentSummaries = (page: Page) =>
  page.evaluate(() => (window as unknown as { sentSummaries: readonly Sent[] }).sentSummaries)

const choose = (page: Page, name: string) =>
  page.locator('main label').filter({ hasText: name }).first().click()

const figure = (page: Page, name: string) => page.getByRole('img', { name: new RegExp(`^${name}`) }).first()

/** Numbers in the order they stand in a sentence. */
const numbersIn = (text: string, language: Language) =>
  [...text.matchAll(/[\u2212-]?\d[\d.,\u202f]*\d|\d/g)].map(([found]) => numberIn(found, language))

test('every instrument says in both languages what was written down', async ({ page, site }) => {
  test.setTimeout(240_000)
  await listenForSummaries(page)
  await openPage(page, {
    url: site.url,
    lesson: 'instruments',
    query: { seed: '7', backend: 'wasm', steps: '200' },
  })
  await waitForStatus(page, 'ready')
  // Before the first step there is one recorded step already.
  await choose(page, names.distributions.en)
  await expect(figure(page, names.histogram.en)).toHaveAttribute('aria-label', /step 0$/)
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 150_000)
  await expect.poll(async () => (await sentSummaries(page)).map(({ step }) => step)).toEqual([0, 100, 200])
  const summaries = await sentSummaries(page)
  const [first, , last] = summaries
  await prepareAxe(page)

  for (const language of ['de', 'en'] as const) {
    await control(page, language === 'de' ? 'german' : 'english', language).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const in_ = (name: keyof typeof names) => names[name][language]

    // Curves: the loss of the last step stands in the text alternative, as on the page.
    await choose(page, in_('scalars'))
    // What was chosen in the other language still is.
    await choose(page, in_('run'))
    const loss = await page.evaluate(() => Number(document.documentElement.dataset.loss))
    const lossText = (await figure(page, in_('loss')).getAttribute('aria-label')) ?? ''
    const [lossStep, lossValue] = numbersIn(lossText, language)
    expect(lossStep).toBe(200)
    expect(lossValue).toBeCloseTo(loss, 3)
    await choose(page, in_('values'))
    const deviationText = (await figure(page, in_('deviation')).getAttribute('aria-label')) ?? ''
    expect(numbersIn(deviationText, language).slice(0, 1)).toEqual([200])
    expect(numbersIn(deviationText, language)[1]).toBeCloseTo(last.deviation, 4)
    // Arrow keys go back through what was recorded.
    await figure(page, in_('deviation')).focus()
    await page.keyboard.press('Home')
    await expect(page.locator('main output').last()).toContainText(`${in_('step')} 0`)
    expect(await violationsOf(page, null)).toEqual([])

    // Distributions: what the keys point at is a recorded bin with its recorded count.
    await choose(page, in_('distributions'))
    await figure(page, in_('histogram')).focus()
    await page.keyboard.press('ArrowRight')
    const output = page.locator('main output').last()
    await expect(output).toContainText('200')
    const [step, ...told] = numbersIn((await output.textContent()) ?? '', language)
    expect(step).toBe(200)
    const values = language === 'de' ? told : [told[2], told[3], told[0], told[1]]
    const [low, high, count, total] = values
    const width = (last.max - last.min) / last.bins.length
    const bin = Math.round((low - last.min) / width)
    expect(count).toBe(last.bins[bin])
    expect(high).toBeCloseTo(last.min + (bin + 1) * width, 4)
    expect(total).toBe(last.count)
    // One step back in time: another ridge.
    await page.keyboard.press('ArrowUp')
    await expect(output).toContainText('100')
    await expect(figure(page, in_('bands'))).toHaveAttribute('aria-label', new RegExp(`${in_('step')} 200`))
    expect(await violationsOf(page, null)).toEqual([])

    // Images: one slider moves all of them.
    await choose(page, in_('images'))
    await choose(page, language === 'de' ? 'diesen Schritt' : 'this step')
    const label = (name: string) => figure(page, name).getAttribute('aria-label')
    const slider = page.getByRole('slider', { name: in_('slider') })
    for (const summary of [first, last]) {
      await slider.focus()
      await page.keyboard.press(summary === first ? 'Home' : 'End')
      await expect(slider).toHaveAttribute('aria-valuetext', `${in_('step')} ${summary.step}`)
      await expect(figure(page, `${in_('filters')}:`)).toHaveAttribute(
        'aria-label',
        new RegExp(`${in_('step')} ${summary.step},`),
      )
      await expect(figure(page, in_('convolved'))).toHaveAttribute(
        'aria-label',
        new RegExp(`${in_('step')} ${summary.step},`),
      )
      const [, , filterLimit] = numbersIn((await label(`${in_('filters')}:`)) ?? '', language)
      expect(filterLimit).toBeCloseTo(summary.filterLimit, 2)
      const [, , mapLimit] = numbersIn((await label(in_('convolved'))) ?? '', language)
      expect(mapLimit).toBeCloseTo(summary.mapLimit, 2)
    }
    await page.getByRole('button', { name: in_('newest') }).click()
    expect(await violationsOf(page, null)).toEqual([])
  }
})

test('a chosen step stays while the run goes on', async ({ page, site }) => {
  test.setTimeout(240_000)
  await openPage(page, {
    url: site.url,
    lesson: 'instruments',
    query: { seed: '7', backend: 'wasm', steps: '200' },
  })
  await waitForStatus(page, 'ready')
  await choose(page, names.images.en)
  await control(page, 'train', 'en').click()
  const slider = page.getByRole('slider', { name: names.slider.en })
  await expect(slider).toHaveAttribute('aria-valuetext', 'Step 100', { timeout: 90_000 })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Step 0')
  await waitForStatus(page, 'finished', 120_000)
  await expect(slider).toHaveAttribute('max', '2')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Step 0')
  await page.getByRole('button', { name: names.newest.en }).click()
  await expect(slider).toHaveAttribute('aria-valuetext', 'Step 200')
})
