/** What stands in the text: terms, phrases bound to the figure, fold-outs, the question, what to read on. */
import type { Locator, Page } from '@playwright/test'
import axeCore from 'axe-core'
import { type Language, openPage, waitForStatus } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }

const words = {
  term: { de: 'Voraktivierung', en: 'pre-activation' },
  phrase: { de: 'der Knick in der Kurve', en: 'the bend in the curve' },
  part: { de: 'Die Kurve max(0, x)', en: 'The curve max(0, x)' },
  wrongOption: { de: /^A\s*Gar nichts mehr/, en: /^A\s*Nothing/ },
  rightOption: { de: /^B\s*So viel wie/, en: /^B\s*As much as/ },
  wrong: { de: 'Noch nicht ganz.', en: 'Not quite.' },
  right: { de: 'Stimmt.', en: 'Right.' },
  explanation: { de: /Erst der Knick dazwischen/, en: /Only the bend between them/ },
  again: { de: 'Noch einmal raten', en: 'Guess again' },
  show: { de: 'Zeig mir die Antwort', en: 'Show me the answer' },
  forget: { de: 'Meine Antworten vergessen', en: 'Forget my answers' },
  menu: { de: /^Lektion 6 \//, en: /^Lesson 6 \// },
} as const

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

async function openRelu(page: Page, url: string, language: Language, size: 'laptop' | 'phone' = 'laptop') {
  await openPage(page, { url, language, lesson: 'relu', size, query })
  await waitForStatus(page, 'ready')
}

const cardOf = (term: Locator) => term.locator('xpath=following-sibling::*[@popover]')

for (const language of ['de', 'en'] as const) {
  test(`a term explains itself to pointer and keyboard, and Escape closes it: ${language}`, async ({
    page,
    site,
  }) => {
    await openRelu(page, site.url, language)
    const term = button(page, words.term[language])
    const card = cardOf(term)
    const other = language === 'de' ? 'en' : 'de'
    const before = await term.boundingBox()

    await expect(card).toBeHidden()
    await term.hover()
    await expect(card).toBeVisible()
    await expect(card.locator(`[lang="${other}"]`)).toHaveText(words.term[other])
    expect(await term.boundingBox()).toEqual(before)
    await card.hover() // one may come over to read it
    await expect(card).toBeVisible()
    await page.mouse.move(10, 400)
    await expect(card).toBeHidden()

    await page.keyboard.press('Tab')
    await term.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect(term).toBeFocused()
    await expect(card).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await page.keyboard.press('Enter')
    await expect(card).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(card).toBeHidden()
  })

  test(`the question waits for a guess, explains, and is kept after a reload: ${language}`, async ({
    page,
    site,
  }) => {
    await openRelu(page, site.url, language)
    const explanation = page.getByText(words.explanation[language])
    await expect(explanation).toBeHidden()

    await button(page, words.wrongOption[language]).click()
    await expect(page.getByText(words.wrong[language])).toBeVisible()
    await expect(explanation).toBeVisible()
    await button(page, words.rightOption[language]).click()
    await expect(page.getByText(words.right[language])).toBeVisible()

    await page.reload()
    await expect(page.getByText(words.right[language])).toBeVisible()
    await button(page, words.menu[language]).click()
    await expect(page.locator('#lesson-list [aria-current]')).toContainText(/beantwortet|answered/)
    await button(page, words.forget[language]).click()
    await expect(explanation).toBeHidden()
    await page.keyboard.press('Escape')

    await button(page, words.show[language]).click()
    await expect(explanation).toBeVisible()
    await button(page, words.again[language]).click()
    await expect(explanation).toBeHidden()
  })
}

test('on a phone a tap explains a term, inside the screen, and a tap elsewhere ends it', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ hasTouch: true, serviceWorkers: 'block' })
  const page = await context.newPage()
  await openRelu(page, site.url, 'de', 'phone')
  const terms = page.getByRole('article').locator('[aria-describedby$="card"]')
  for (const term of await terms.all()) {
    if (!(await term.isVisible())) continue
    await term.scrollIntoViewIfNeeded()
    await term.tap()
    const card = cardOf(term)
    await expect(card).toBeVisible()
    const box = await card.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    await page.getByRole('heading', { level: 1 }).tap()
    await expect(card).toBeHidden()
  }
  await context.close()
})

test('a phrase lights its part of the figure, and the part its phrase; nothing moves', async ({
  page,
  site,
}) => {
  await openRelu(page, site.url, 'de')
  const phrase = button(page, words.phrase.de)
  const part = page.locator('section[data-look="curve"]')
  await expect(part.getByRole('heading')).toHaveText(words.part.de)
  const before = await part.boundingBox()

  await phrase.hover()
  await expect(part).toHaveAttribute('data-lit')
  await expect(page.locator('section[data-lit]')).toHaveCount(1)
  expect(await part.boundingBox()).toEqual(before)
  await part.getByRole('heading').hover()
  await expect(phrase).toHaveAttribute('data-lit')
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(page.locator('[data-look][data-lit]')).toHaveCount(0)

  await phrase.focus()
  await page.keyboard.press('Enter') // holds it
  await page.locator('#lesson').focus()
  await expect(part).toHaveAttribute('data-lit')
  await phrase.focus()
  await page.keyboard.press('Enter')
  await page.locator('#lesson').focus()
  await expect(part).not.toHaveAttribute('data-lit')
})

test('fold-outs show formula, source and Python; axe finds nothing in them; links leave only when clicked', async ({
  page,
  site,
}) => {
  await openRelu(page, site.url, 'de')
  const folds = page.locator('details[data-fold]')
  expect(await folds.count()).toBeGreaterThanOrEqual(3)
  for (const fold of await folds.all()) {
    await expect(fold.locator(':scope > div')).toBeHidden()
    await fold.locator('summary').press('Enter')
    await expect(fold.locator(':scope > div')).toBeVisible()
  }
  const formula = page.locator('[data-fold="formula"] math').first()
  await expect(formula).toBeVisible()
  // The font of formulas is there: a brace over two lines is higher than one line.
  const brace = page.locator('[data-fold="formula"] mo', { hasText: '{' })
  expect((await brace.boundingBox())?.height).toBeGreaterThan(25)
  await expect(page.locator('[data-fold="code"] figcaption')).toHaveText('src/math/relu.ts')
  await expect(page.locator('[data-fold="code"] pre')).toContainText('export function relu')
  await expect(page.locator('[data-fold="python"] pre')).toContainText('torch.nn.ReLU()')

  await button(page, words.wrongOption.de).click()
  await page.evaluate(axeCore.source)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  expect(violations).toEqual([])

  const links = page.locator('article a[target="_blank"]')
  expect(await links.count()).toBeGreaterThanOrEqual(2)
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    await expect(link).toHaveAttribute('href', /^https:/)
    const host = new URL((await link.getAttribute('href')) ?? '').host
    await expect(link.locator('xpath=..')).toContainText(host)
  }
})
