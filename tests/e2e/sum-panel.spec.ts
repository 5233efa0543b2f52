/** The panel of a sum beside its numbers: what is copied from it, and how it lies on a phone. */
import axeCore from 'axe-core'
import { numberIn } from './helpers/frames.ts'
import { openPage, waitForStatus } from './helpers/page.ts'
import { expect, test } from './helpers/quiet.ts'
import { goToSum, panelOf, said, trainSteps } from './helpers/sums.ts'

const query = { seed: '7', backend: 'wasm' }

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
