/** The machine behind the training: the graph of a step, its time and memory, and what the worker is busy with. */
import type { Page } from '@playwright/test'
import { networkGraph } from '../../src/network/graph.ts'
import { prepareAxe, violationsOf } from './helpers/axe.ts'
import { numberIn } from './helpers/frames.ts'
import { control, type Language, openPage, waitForStatus } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

test.describe.configure({ timeout: 180_000 })

const names = {
  graph: { de: 'Graph', en: 'Graph' },
  trace: { de: 'Zeit', en: 'Time' },
  busy: { de: 'Auslastung', en: 'Load' },
  measured: { de: 'Gemessen: Schritt 20', en: 'Measured: step 20' },
  notYet: { de: /^Noch kein Schritt ist gemessen/, en: /^No step has been measured yet/ },
  openAll: { de: 'Alle öffnen', en: 'Open all' },
  unknown: { de: 'Was ein Browser nicht weiß', en: 'What a browser does not know' },
} as const

const view = (page: Page, name: 'graph' | 'trace' | 'busy', language: Language) =>
  page.getByRole('radio', { name: names[name][language], exact: true }).check()
const boxes = (page: Page) => page.locator('[data-box]')
const box = (page: Page, id: string) => page.locator(`[data-box="${id}"]`)
/** The numbers of the last cells of a table's rows. */
async function sums(page: Page, rowName: RegExp, language: Language): Promise<number> {
  const cell = page.getByRole('row', { name: rowName }).locator('td').last()
  return numberIn((await cell.innerText()).replace(/\s*ms$/, ''), language)
}

for (const language of ['de', 'en'] as const) {
  test(`a step of the run is measured, and its operations add up to it: ${language}`, async ({
    page,
    site,
  }) => {
    const query = { seed: '7', backend: 'wasm', steps: '20' }
    await openPage(page, { url: site.url, language, lesson: 'instruments', query })
    await view(page, 'trace', language)
    await expect(page.getByText(names.notYet[language])).toBeVisible()
    await waitForStatus(page, 'ready')
    await control(page, 'train', language).click()
    await waitForStatus(page, 'finished', 150_000)
    await expect(page.getByText(names.measured[language])).toBeVisible()

    const operations = await sums(page, /^\d+ (Operationen|operations)/, language)
    const rest = await sums(page, /^(Rest|rest)/, language)
    const isRounded = (await page.getByRole('row', { name: /^(Rundung|rounding)/ }).count()) > 0
    const rounding = isRounded ? await sums(page, /^(Rundung|rounding)/, language) : 0
    const whole = await sums(page, /^(ganzer Schritt|whole step)/, language)
    expect(operations + rest + rounding).toBeCloseTo(whole, 6)
    expect(operations).toBeGreaterThan(whole / 2)
    expect(rest).toBeGreaterThanOrEqual(0)

    // By keys from the phases down to an operation.
    await page.locator('[data-bar="0"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[data-bar][data-current]')).toBeFocused()
    await expect(page.getByText(/^train\/gradients\/\S+: .*B$/)).toBeVisible()

    await view(page, 'busy', language)
    const percents = page.getByRole('row', { name: /%/ })
    await expect(percents.first()).toBeVisible()
    await expect(page.getByRole('heading', { name: names.unknown[language] })).toBeVisible()
    await prepareAxe(page)
    expect(await violationsOf(page, null)).toEqual([])
    await view(page, 'trace', language)
    expect(await violationsOf(page, null)).toEqual([])
    await view(page, 'graph', language)
    expect(await violationsOf(page, null)).toEqual([])
  })
}

test('the graph opens scope by scope, by press and by key, down to every operation', async ({
  page,
  site,
}) => {
  await openPage(page, { url: site.url, lesson: 'instruments', query: { seed: '7', backend: 'wasm' } })
  await view(page, 'graph', 'en')
  await expect(boxes(page)).toHaveCount(8)

  await box(page, '1st_layer').click()
  await expect(box(page, '1st_layer/conv1_layer')).toBeVisible()
  await expect(box(page, '1st_layer')).toHaveAttribute('aria-expanded', 'true')
  // Up to the second layer, and open it without a mouse.
  await box(page, '1st_layer/pool1_layer').focus()
  await page.keyboard.press('ArrowUp')
  await expect(box(page, '2nd_layer')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box(page, '2nd_layer/conv2_layer')).toBeVisible()
  await expect(box(page, '2nd_layer')).toBeFocused()

  await box(page, '1st_layer/pool1_layer').click()
  await box(page, '1st_layer/pool1_layer/max_pool').click()
  await expect(page.getByText('n × 14 × 14 × 32').last()).toBeVisible()
  const nodes = networkGraph().map(({ name }) => name)
  await page.getByRole('button', { name: names.openAll.en }).click()
  const shown = await boxes(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-box')))
  expect(nodes.filter((name) => !shown.includes(name))).toEqual([])

  await box(page, '1st_layer/pool1_layer/max_pool').click()
  await page.getByRole('link', { name: 'Go to its lesson' }).click()
  await expect(page).toHaveURL(/#\/en\/pooling\?/)
})
