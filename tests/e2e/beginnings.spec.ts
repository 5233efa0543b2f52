/** The first four lessons: the journey, the wall, the fold, the filters then and now. */
import { expect, type Page } from '@playwright/test'
import { listenForFrames, sentFrame } from './helpers/frames.ts'
import { canvases, control, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { test } from './helpers/test.ts'

const query = { seed: '7', backend: 'wasm' }

for (const language of ['de', 'en'] as const) {
  test(`overview, ${language}: the digit travels through every shape, by playing and by hand`, async ({
    page,
    site,
  }) => {
    await openPage(page, { url: site.url, lesson: 'overview', language, query })
    await waitForStatus(page, 'ready')
    const stages = page.locator('main ol').getByRole('button')
    const neurons = language === 'de' ? '1\u202f024' : '1,024'
    await expect(stages).toContainText([
      '28×28×1',
      '28×28×32',
      '28×28×32',
      '14×14×32',
      '14×14×64',
      '14×14×64',
      '7×7×64',
      neurons,
      '10',
      '10',
    ])
    const position = page.getByRole('main').getByRole('slider')
    await position.focus()
    for (let stop = 2; stop <= 9; stop++) await position.press('ArrowRight')
    await expect(stages.nth(9)).toHaveAttribute('aria-current', 'step')
    await expect(page.locator('canvas[data-view=figure][data-tap=softmax]')).toHaveAttribute(
      'data-frame-step',
      '0',
    )
    await stages.nth(7).click()
    const parameters = language === 'de' ? '3\u202f212\u202f288' : '3,212,288'
    await expect(page.getByRole('heading', { name: parameters })).toBeVisible()
    await stages.nth(0).click()
    await page.getByRole('button', { name: language === 'de' ? 'Abspielen' : 'Play', exact: true }).click()
    await expect(stages.nth(1)).toHaveAttribute('aria-current', 'step')
  })

  test(`digits, ${language}: counts add up, the wall shows one class, a press watches the digit`, async ({
    page,
    site,
  }) => {
    await openPage(page, { url: site.url, lesson: 'digits', language, query })
    await waitForStatus(page, 'ready')
    const classes = page.locator('fieldset').getByRole('radio', { name: /^(\d|alle|all):/ })
    await expect(classes).toHaveCount(11)
    const names = await classes.evaluateAll((radios) =>
      radios.map((radio) => radio.getAttribute('aria-label')),
    )
    const counts = names.map((name) =>
      (name?.split(':')[1]?.match(/\d[\d\u202f,.]*\d|\d/g) ?? []).map((text) =>
        Number(text.replace(/\D/g, '')),
      ),
    )
    for (const split of [0, 1]) {
      const [all = 0, ...each] = counts.map((both) => both[split] ?? Number.NaN)
      expect(each.reduce((sum, count) => sum + count, 0)).toBe(all)
    }
    await page.getByRole('radio', { name: /^4:/ }).check({ force: true })
    const wall = page.locator('canvas[data-view=figure][data-tap=input]')
    await wall.focus()
    await wall.press('ArrowRight')
    await expect(page.locator('output').filter({ hasText: /Label 4$/i })).toBeVisible()
    await wall.press('Enter')
    const oneHot = page.getByRole('img', { name: /0 0 0 0 1 0 0 0 0 0/ })
    await expect(oneHot).toBeVisible()
  })
}

test('pixels: every number of the row is there from the first fold to the last', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'pixels', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
  const square = await inkBelowRow(page)
  const position = page.getByRole('main').getByRole('slider')
  await position.fill('0')
  await settledPictures(page)
  expect(await inkBelowRow(page)).toBe(0)
  await position.fill('28')
  await settledPictures(page)
  expect(await inkBelowRow(page)).toBe(square)
  expect(square).toBeGreaterThan(50)
  await expect(page.getByText('8 × 28 + 18 = 242')).toBeVisible()
})

test('pixels: the question is answered in the picture, by keyboard', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'pixels', query })
  await waitForStatus(page, 'ready')
  await page.getByRole('button', { name: 'Answer in the picture' }).click()
  await expect(page.locator('canvas[data-asked]')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Straight below: one row further down, in column 18.')).toBeVisible()
})

test('filters: then and now are equal at step 0, on one scale, and differ after steps', async ({
  page,
  site,
}) => {
  await listenForFrames(page)
  await openPage(page, { url: site.url, lesson: 'filters', query })
  await waitForStatus(page, 'ready')
  await settledPictures(page)
  const taps = ['first/conv1/weights', 'conv1/weights'] as const
  const pictures = () =>
    Promise.all(
      taps.map((tap) =>
        canvases(page, tap, 'figure')
          .first()
          .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL()),
      ),
    )
  const [first, now] = await pictures()
  expect(now).toBe(first)
  for (let step = 1; step <= 3; step++) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, step)
  }
  await settledPictures(page)
  const { planes } = await sentFrame(page, taps)
  const [was, is] = taps.map((tap) => planes[tap]?.values ?? [])
  const moved = (is ?? []).map((value, i) => Math.abs(value - (was?.[i] ?? 0)))
  expect(Math.max(...moved)).toBeGreaterThan(1e-5)
  // Adam moves no weight by much more than its rate in a step.
  expect(Math.max(...moved)).toBeLessThan(3 * 1e-4 * 1.01)
  await expect(page.getByText(/^Filter 1: moved by 0\.000\d on average/)).toBeVisible()
})

/** Dark pixels of the figure's canvas below the row of numbers, without the hairlines and the mark. */
async function inkBelowRow(page: Page): Promise<number> {
  return await page
    .locator('canvas[data-view=figure][data-tap=input]')
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement
      const zoom = Math.floor(canvas.height / 30)
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
      let dark = 0
      for (let row = 0; row < 28; row++) {
        for (let column = 0; column < 28; column++) {
          const x = Math.floor((column + 0.5) * zoom)
          const y = Math.floor((row + 2.5) * zoom)
          if (
            (pixels?.[(y * canvas.width + x) * 4 + 3] ?? 0) > 0 &&
            (pixels?.[(y * canvas.width + x) * 4] ?? 255) < 128
          )
            dark++
        }
      }
      return dark
    })
}
