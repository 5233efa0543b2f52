/** The figures of relu, answer and dropout: what they say against numbers worked out here, in both languages. */
import type { Page } from '@playwright/test'
import { listenForFrames, numberIn, sentFrame } from './helpers/frames.ts'
import { canvases, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const languages = ['en', 'de'] as const
type Language = (typeof languages)[number]

async function openTrained(page: Page, url: string, lesson: string) {
  await listenForFrames(page)
  await openPage(page, { url, lesson, query: { seed: '7', backend: 'wasm' } })
  await waitForStatus(page, 'ready')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  await settledPictures(page)
}

async function speak(page: Page, language: Language) {
  await control(page, language === 'de' ? 'german' : 'english', 'en').click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

async function waitForTaps(page: Page, taps: readonly string[]) {
  await expect.poll(async () => Object.keys((await sentFrame(page, taps)).planes).length).toBe(taps.length)
}

test('without ReLU nothing becomes zero, two convolutions are one, and all comes back', async ({
  page,
  site,
}) => {
  await openTrained(page, site.url, 'relu')
  const zeros = page.getByText(/^\d+% are zero after ReLU$/)
  await expect(zeros).toBeVisible()
  await page.getByRole('radio', { name: 'off' }).click()
  await expect(page.getByText(/^In this figure alone/)).toBeVisible()
  await expect(zeros).toHaveCount(0)
  await waitForTaps(page, ['without-relu/softmax', 'without-relu/conv1', 'without-relu/conv1/pre', 'softmax'])
  await settledPictures(page)
  const { planes } = await sentFrame(page, [
    'softmax',
    'without-relu/softmax',
    'without-relu/conv1',
    'without-relu/conv1/pre',
  ])
  expect(planes['without-relu/conv1']?.values).toEqual(planes['without-relu/conv1/pre']?.values)

  for (const language of languages) {
    await speak(page, language)
    const [inTwo, inOne, bent] = await page.locator('dl dd').allTextContents()
    expect(inTwo).toBe(inOne)
    expect(bent).not.toBe(inTwo)
    for (const [tap, name] of [
      ['softmax', /^(Antwort mit|Answer with) ReLU: (\d) \((.+)\)$/],
      ['without-relu/softmax', /^(Antwort ohne|Answer without) ReLU: (\d) \((.+)\)$/],
    ] as const) {
      const shares = planes[tap]?.values ?? []
      const [, , digit, share] = name.exec((await page.getByText(name).textContent()) ?? '') ?? []
      expect(Number(digit)).toBe(shares.indexOf(Math.max(...shares)))
      expect(Math.abs(numberIn(share ?? '', language) - 100 * Math.max(...shares))).toBeLessThan(0.051)
    }
  }
  await speak(page, 'en')
  await page.getByRole('radio', { name: 'on', exact: true }).click()
  await expect(zeros).toBeVisible()
  for (const layer of ['conv2', 'fc1']) {
    await page.getByRole('radio', { name: layer }).click()
    await expect(canvases(page, `${layer}/pre`, 'figure').first()).toHaveAttribute('data-frame-step', '1')
  }
})

test('contributions to a logit, and to the lead of one over another, add up as printed', async ({
  page,
  site,
}) => {
  await openTrained(page, site.url, 'answer')
  await page.getByRole('radio', { name: 'Where a logit comes from' }).click()
  await waitForTaps(page, ['fc1', 'fc2/weights', 'fc2'])
  const { planes } = await sentFrame(page, ['fc2'])
  const logits = planes.fc2?.values ?? []
  const expectSum = async (language: Language, expected: number) => {
    await expect(page.locator('dl dd').last()).not.toBeEmpty()
    const printed = (await page.locator('dl dd').allTextContents())
      .filter((text) => text !== '')
      .map((text) => numberIn(text, language))
    const total = printed.at(-1) ?? Number.NaN
    const note = (await page.locator('dl + p').textContent()) ?? ''
    const rounding = /(?:Rundung|Rounding): (.+?)\. /.exec(note)?.[1]
    const sum = printed.slice(0, -1).reduce((so, term) => so + term, 0)
    expect(Math.abs(sum + (rounding ? numberIn(rounding, language) : 0) - total)).toBeLessThan(1e-9)
    expect(Math.abs(total - expected)).toBeLessThan(0.0006)
  }
  for (const language of languages) {
    await speak(page, language)
    const digits = page.getByRole('group', { name: /Logit of digit|Logit der Ziffer/ })
    const rivals = page.getByRole('group', { name: /compared with|im Vergleich mit/ })
    await digits.getByRole('radio', { name: '3' }).click()
    await rivals.getByRole('radio').first().click()
    await expectSum(language, logits[3] ?? Number.NaN)
    await rivals.getByRole('radio', { name: '8' }).click()
    await expectSum(language, (logits[3] ?? Number.NaN) - (logits[8] ?? Number.NaN))
  }
})

test('temperature is called no part of the network, and at 1 its shares are the network’s', async ({
  page,
  site,
}) => {
  await openTrained(page, site.url, 'answer')
  await page.getByRole('radio', { name: /^Temperature/ }).click()
  await expect(page.getByText('Temperature is not part of this network.')).toBeVisible()
  const { planes } = await sentFrame(page, ['fc2', 'softmax'])
  const logits = planes.fc2?.values ?? []
  const answer = logits.indexOf(Math.max(...logits))
  const share = async () => {
    const line = (await page.getByText(/^Digit \d: .* share /).textContent()) ?? ''
    return numberIn(/share (.+)$/.exec(line)?.[1] ?? '', 'en')
  }
  expect(Math.abs((await share()) - 100 * (planes.softmax?.values[answer] ?? Number.NaN))).toBeLessThan(0.006)
  await page.getByRole('slider', { name: 'Temperature T' }).fill('2')
  const exponentials = logits.map((logit) => Math.exp((logit - (logits[answer] ?? 0)) / 2))
  const expected = 100 / exponentials.reduce((sum, value) => sum + value, 0)
  await expect.poll(async () => Math.abs((await share()) - expected)).toBeLessThan(0.006)
})

test('20 passes with dropout are counted right, and other masks give other passes', async ({
  page,
  site,
}) => {
  await openTrained(page, site.url, 'dropout')
  for (const [draw, language] of languages.entries()) {
    await speak(page, language)
    const tap = `passes/0.5/20/${draw}`
    await waitForTaps(page, [tap, 'softmax'])
    const { planes } = await sentFrame(page, [tap])
    const values = planes[tap]?.values ?? []
    const counts = Array.from({ length: 10 }, () => 0)
    for (let pass = 0; pass < 20; pass++) {
      const shares = values.slice(pass * 10, pass * 10 + 10)
      const answer = shares.indexOf(Math.max(...shares))
      counts[answer] = (counts[answer] ?? 0) + 1
    }
    const printed = page.locator('tbody tr td:nth-last-child(3)')
    await expect.poll(async () => (await printed.allTextContents()).map(Number)).toEqual(counts)
    await expect(page.locator('tfoot td').nth(1)).toHaveText('20')
    await page.getByRole('button', { name: /^20 (new masks|neue Masken)$/ }).click()
  }
})
