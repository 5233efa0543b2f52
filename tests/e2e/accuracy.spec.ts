/** The lesson on accuracy: what its views say agrees, its pictures by tfjs-vis can be pressed, and all lead to digits. */
import type { Page } from '@playwright/test'
import { prepareAxe, violationsOf } from './helpers/axe.ts'
import { attribute, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'

const buttonsOf = (page: Page) => page.locator('table button[data-cell]')
const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click()
const numberIn = (text: string | null) => Number(text?.replaceAll(',', ''))

/** Checks all test images at step 1 and returns how many answers were right, and of how many. */
async function evaluated(
  page: Page,
  url: string,
  query = {},
): Promise<readonly [correct: number, n: number]> {
  await openPage(page, { url, lesson: 'accuracy', query: { seed: '7', backend: 'wasm', ...query } })
  await waitForStatus(page, 'ready')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  await page.getByRole('button', { name: /^Check all/ }).click()
  await expect(page.getByText(/right at step 1\./)).toBeVisible({ timeout: 90_000 })
  return counted(page)
}

async function counted(page: Page): Promise<readonly [correct: number, n: number]> {
  const said = await page.getByText(/test images right at step/).textContent()
  const [, correct, n] = /([\d,]+) of ([\d,]+) test images/.exec(said ?? '') ?? []
  return [numberIn(correct ?? null), numberIn(n ?? null)]
}

/** `[label][answer]`, from the names of the buttons over the matrix. */
async function countsOf(page: Page): Promise<number[][]> {
  const names = await buttonsOf(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  const rows: number[][] = Array.from({ length: 10 }, () => [])
  for (const name of names) {
    const [, label, answer, count] = /label (\d), answer (\d): ([\d,]+)/.exec(name ?? '') ?? []
    const row = rows[Number(label)]
    if (row) row[Number(answer)] = numberIn(count ?? null)
  }
  return rows
}

test('the matrix adds up, a cell leads to its digits, and a digit to the network', async ({ page, site }) => {
  test.setTimeout(150_000)
  const chunks = () => site.requests.filter((path) => /assets\/pictures-/.test(path)).length
  const [correct, n] = await evaluated(page, site.url)
  expect(chunks()).toBe(0)
  await view(page, 'mix-ups')
  await expect(buttonsOf(page)).toHaveCount(100)
  expect(chunks()).toBe(1)
  const counts = await countsOf(page)
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(n)
  expect(counts.reduce((sum, row, label) => sum + row[label]!, 0)).toBe(correct)
  // The numbers that tfjs-vis has drawn are those of the buttons over them.
  const drawn = await page.locator('svg .mark-text.role-mark text').allTextContents()
  expect(drawn.map(numberIn)).toEqual(counts.flat())

  const cells = counts.flatMap((row, label) => row.map((count, answer) => ({ label, answer, count })))
  const chosen = cells.find(({ label, answer, count }) => label !== answer && count > 0 && count < 15)
  if (!chosen) throw new Error('A network of one step makes many mistakes, and some of them seldom.')
  const { label, answer, count } = chosen
  await page.locator(`button[data-cell="${label} ${answer}"]`).click()
  await expect(page.getByRole('heading', { name: `${label} read as ${answer}: ${count}` })).toBeVisible()
  const digits = page.getByTitle(/^Watch test image/)
  await expect(digits).toHaveCount(count)
  const first = digits.first()
  const name = await first.getAttribute('title')
  expect(name).toContain(`label ${label}, answer ${answer}`)
  const index = /test image ([\d,]+)/.exec(name ?? '')?.[1]
  await first.click()
  await expect(page.getByText(`Test image ${index}, label ${label}`)).toBeVisible()
  await expect(first).toHaveAttribute('aria-pressed', 'true')

  // By keyboard: an arrow key leads to the neighbour, Enter chooses it.
  await page.locator(`button[data-cell="${label} ${answer}"]`).focus()
  const next = answer === 9 ? 8 : answer + 1
  await page.keyboard.press(answer === 9 ? 'ArrowLeft' : 'ArrowRight')
  await expect(page.locator(`button[data-cell="${label} ${next}"]`)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { name: `${label} read as ${next}: ${counts[label]?.[next]}` }),
  ).toBeVisible()
})

test('tables and bars say what the matrix says, and follow language and theme', async ({ page, site }) => {
  test.setTimeout(150_000)
  await evaluated(page, site.url)
  await view(page, 'mix-ups')
  await expect(buttonsOf(page)).toHaveCount(100)
  const counts = await countsOf(page)
  await view(page, 'digits')
  const rows = page.locator('.tf-table tbody tr')
  await expect(rows).toHaveCount(10)
  const table = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  )
  const shares = counts.map((row, label) => {
    const images = row.reduce((sum, count) => sum + count, 0)
    return { images, right: row[label]!, share: `${((100 * row[label]!) / images).toFixed(1)}%` }
  })
  for (const [label, { images, right, share }] of shares.entries()) {
    expect(table[label]?.slice(0, 1)).toEqual([String(label)])
    expect(table[label]?.slice(1, 3).map(numberIn)).toEqual([images, right])
    expect(table[label]?.[3]).toBe(share)
  }
  const english = page.getByRole('img', { name: /^Accuracy per digit/ })
  const bars = english.locator('path[aria-label]')
  await expect(bars).toHaveCount(10)
  const labels = await bars.evaluateAll((paths) => paths.map((path) => path.getAttribute('aria-label')))
  expect(labels.map((text) => Number(text?.split('value: ')[1]))).toEqual(
    shares.map(({ share }) => Number.parseFloat(share)),
  )

  const light = await bars.first().getAttribute('fill')
  await page.getByRole('button', { name: 'dark' }).click()
  await expect.poll(() => attribute(page, 'data-theme')).toBe('dark')
  await expect(bars.first()).not.toHaveAttribute('fill', light ?? '')
  await control(page, 'german', 'en').click()
  const german = page.getByRole('img', { name: /^Genauigkeit je Ziffer/ })
  await expect(german.getByText('richtig in %', { exact: true })).toBeVisible()
  await expect(german.locator('svg')).toHaveCount(1)
  await expect(
    page.getByRole('columnheader', { name: 'Bilder' }).or(page.getByText('Bilder', { exact: true })),
  ).toBeVisible()

  await view(page, 'Schichten')
  await expect(page.locator('.tf-table tbody tr').last()).toContainText('3\u202f274\u202f634')
  await view(page, 'Verlauf')
  await expect(german).toHaveCount(0)
})

test('what became right or wrong since the evaluation before explains the difference', async ({
  page,
  site,
}) => {
  test.setTimeout(200_000)
  const [before] = await evaluated(page, site.url, { steps: '15' })
  await control(page, 'resume', 'en').click()
  await waitForStatus(page, 'finished', 120_000)
  await expect(page.getByRole('heading', { name: /^Final test accuracy 0\.\d{4}$/ })).toBeVisible()
  const [now] = await counted(page)
  await view(page, 'changes')
  const right = page.getByRole('heading', { name: /^Became right: / })
  const wrong = page.getByRole('heading', { name: /^Became wrong: / })
  const countIn = async (heading: typeof right) =>
    numberIn((await heading.textContent())?.split(': ')[1] ?? null)
  expect((await countIn(right)) - (await countIn(wrong))).toBe(now - before)
  const flip = page.getByTitle(/^Watch test image .* before \d, now \d/).first()
  const [, index, label, was, is] =
    /image ([\d,]+): label (\d), before (\d), now (\d)/.exec((await flip.getAttribute('title')) ?? '') ?? []
  expect(is).toBe(label)
  expect(was).not.toBe(label)
  await flip.click()
  await expect(page.getByText(`Test image ${index}, label ${label}`)).toBeVisible()

  // One of the worst mistakes: the network is ahead with it now, because the evaluation is of this step.
  await view(page, 'mistakes')
  await page
    .getByTitle(/^Watch test image/)
    .first()
    .click()
  await expect(page.getByText(/^Step 15: the \d is \d+\.\d\d ahead of the \d\.$/)).toBeVisible()

  await prepareAxe(page)
  const faults: string[] = []
  for (const name of ['curves', 'mix-ups', 'mistakes', 'changes', 'digits', 'layers']) {
    await view(page, name)
    await page.waitForTimeout(500)
    faults.push(...(await violationsOf(page, null)).map((fault) => `${name}: ${fault}`))
  }
  expect(faults).toEqual([])
})

test('checking all images can be stopped, and leaves what was there', async ({ page, site }) => {
  test.setTimeout(150_000)
  await evaluated(page, site.url)
  const before = await counted(page)
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 2)
  await page.getByRole('button', { name: /^Check all/ }).click()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Check all/ })).toBeVisible()
  await expect(page.getByText(/right at step 1\./)).toBeVisible()
  expect(await counted(page)).toEqual(before)
})
