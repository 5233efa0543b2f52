/** The tape: any figure at any kept step, as it was; and back to now. */
import type { Locator, Page } from '@playwright/test'
import { attribute, control, lossOf, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { hashesOf, picturesOf, settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const onWasm = { seed: '7', backend: 'wasm' }
/** Up to fc1 the tape holds the weights to the last bit; what comes after is rounded with the weights of fc1. */
const exact = /^(figure|ribbon) (input|conv1|pool1|conv2|pool2|first)/

const sliderOf = (page: Page) => page.getByRole('slider', { name: /^(Tape of the run|Band des Laufs)$/ })
const liveOf = (page: Page) => page.getByRole('button', { name: 'Live', exact: true })
const shownStep = (page: Page) => attribute(page, 'data-shown-step')

/** Waits until all pictures and the numbers show this kept step. */
async function standsAt(page: Page, step: number) {
  await expect
    .poll(
      async () => {
        const pictures = await picturesOf(page)
        const steps = new Set(pictures.map(({ frameStep }) => frameStep))
        return [await shownStep(page), ...steps].join()
      },
      { message: `everything should show step ${step}`, timeout: 30_000 },
    )
    .toBe(`${step},${step}`)
}

/** Trains to these steps one after another, and notes what the live page shows at each. */
async function noteLive(page: Page, steps: readonly number[]) {
  const noted = new Map<number, { readonly hashes: Record<string, number>; readonly loss: string }>()
  for (const step of steps) {
    while ((await stepOf(page)) < step) {
      const before = await stepOf(page)
      await control(page, 'oneStep', 'en').click()
      await waitForStep(page, before + 1)
    }
    const hashes = hashesOf(await settledPictures(page))
    noted.set(step, { hashes, loss: String(await lossOf(page)) })
  }
  return noted
}

function exactOf(hashes: Record<string, number>) {
  return Object.fromEntries(Object.entries(hashes).filter(([picture]) => exact.test(picture)))
}

async function placeOf(slider: Locator, share: number) {
  const box = await slider.boundingBox()
  if (!box) throw new Error('The tape is not on the screen.')
  return { x: box.x + box.width * share, y: box.y + 9 }
}

test('at a kept step the pictures are those the live page showed at that step, to the pixel before fc1', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000)
  // Script packs as well, only slower: nobody would miss the module.
  const packing = page.waitForResponse(/difference-.*\.wasm$/)
  await openPage(page, { url: site.url, lesson: 'filters', query: { ...onWasm, steps: '30' } })
  expect((await packing).status()).toBe(200)
  await waitForStatus(page, 'ready')
  const noted = await noteLive(page, [0, 1, 3, 5])
  await control(page, 'resume', 'en').click()
  await waitForStatus(page, 'finished', 120_000)
  const now = hashesOf(await settledPictures(page))
  await expect(sliderOf(page).locator('i')).toHaveCount(10)

  await sliderOf(page).focus()
  await page.keyboard.press('Home')
  for (const [step, { hashes }] of noted) {
    while (Number(await shownStep(page)) < step) {
      const before = await shownStep(page)
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => shownStep(page)).not.toBe(before)
    }
    await standsAt(page, step)
    const shown = exactOf(hashesOf(await picturesOf(page)))
    expect(Object.keys(shown).length, `pictures at step ${step}`).toBeGreaterThan(5)
    expect(shown, `pictures at step ${step}`).toEqual(exactOf(hashes))
  }
  // Numbers of the page belong to the step that is shown.
  await expect(page.getByText('Tape: step 5 · live: 30')).toBeVisible()
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', 'step 5 of 30, recorded')

  await liveOf(page).click()
  expect(await shownStep(page)).toBeNull()
  expect(hashesOf(await settledPictures(page))).toEqual(now)
  await expect(sliderOf(page)).toHaveAttribute('aria-valuetext', 'now, step 30 of 30')
})

test('the digit changes on the tape, and the step stays', async ({ page, site }) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'convolution', query: { ...onWasm, steps: '12' } })
  await waitForStatus(page, 'ready')
  await page.getByRole('button', { name: 'Next test image' }).click()
  const noted = await noteLive(page, [2])
  await page.getByRole('button', { name: 'Previous test image' }).click()
  await control(page, 'resume', 'en').click()
  await waitForStatus(page, 'finished', 60_000)

  await sliderOf(page).focus()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await standsAt(page, 2)
  await page.getByRole('button', { name: 'Next test image' }).click()
  await expect
    .poll(async () => exactOf(hashesOf(await picturesOf(page))))
    .toEqual(exactOf(noted.get(2)?.hashes ?? {}))
  expect(await shownStep(page)).toBe('2')
})

test('a hand pulls the knob from kept step to kept step while the training goes on', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000)
  await openPage(page, {
    url: site.url,
    language: 'de',
    lesson: 'convolution',
    query: { ...onWasm, steps: '400' },
  })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'de').click()
  await waitForStep(page, 12)
  const slider = sliderOf(page)
  const from = await placeOf(slider, (8 / 400) ** (1 / 3))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // Nothing lies at 8: the knob stands at 7.
  await expect.poll(() => shownStep(page)).toBe('7')
  await expect(page.getByText(/^Band: Schritt 7 · live: \d/)).toBeVisible()
  const to = await placeOf(slider, (2.2 / 400) ** (1 / 3))
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await standsAt(page, 2)
  const before = await stepOf(page)
  await waitForStep(page, before + 3)
  expect(await shownStep(page)).toBe('2')
  await standsAt(page, 2)
  await expect(control(page, 'pause', 'de')).toBeVisible()

  await liveOf(page).click()
  await expect
    .poll(async () => Math.min(...(await picturesOf(page)).map(({ frameStep }) => frameStep ?? 0)))
    .toBeGreaterThan(before)
  await control(page, 'pause', 'de').click()
})

test('it plays forward and back, and keys of a presenter move it', async ({ page, site }) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'filters', query: { ...onWasm, steps: '11' } })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 60_000)
  await expect(sliderOf(page).locator('i')).toHaveCount(8)
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const root = document.querySelector('[role=slider]')
    if (!root) return
    new MutationObserver(() => seen.push(root.getAttribute('aria-valuenow') ?? '')).observe(root, {
      attributeFilter: ['aria-valuenow'],
    })
  })
  const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen.splice(0).join())
  await page.getByLabel('Recorded steps a second').selectOption('16')
  await page.getByRole('button', { name: 'Play forward' }).click()
  await expect.poll(() => shownStep(page)).toBe('10')
  await expect(page.getByRole('button', { name: 'Play forward' })).toBeVisible()
  expect(await seen()).toBe('0,1,2,3,5,7,10')
  await page.getByRole('button', { name: 'Play backward' }).click()
  await expect.poll(() => shownStep(page)).toBe('0')
  expect(await seen()).toBe('7,5,3,2,1,0')

  await page.locator('main').focus()
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect.poll(() => shownStep(page)).toBe('2')
  await page.keyboard.press('j')
  await expect.poll(() => shownStep(page)).toBe('1')
  await page.keyboard.press('n')
  await expect.poll(() => shownStep(page)).toBeNull()
})

test('accuracy, curves and matrix go to the step too, and what measures the present leads back to it', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000)
  await openPage(page, { url: site.url, lesson: 'accuracy', query: { ...onWasm, steps: '20' } })
  await waitForStatus(page, 'ready')
  const headline = page.locator('main h2').first()
  await expect(headline).toHaveText(/^Test accuracy/)
  const atStart = (await headline.textContent()) ?? ''
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 120_000)
  await expect(headline).not.toHaveText(atStart)
  await sliderOf(page).focus()
  await page.keyboard.press('Home')
  await expect.poll(() => shownStep(page)).toBe('0')
  await expect(headline).toHaveText(atStart)
  await page.getByRole('radio', { name: 'mistakes', exact: true }).check({ force: true })
  await expect(page.getByRole('heading', { name: /mistakes, the surest first/ })).toBeVisible()
  await page.getByRole('button', { name: /^Check all/ }).click()
  await expect.poll(() => shownStep(page)).toBeNull()
})

test('step 0 of a trained run is told as past, and another run begins in the present', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'filters', query: { ...onWasm, steps: '4' } })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 60_000)
  await sliderOf(page).focus()
  await page.keyboard.press('Home')
  await standsAt(page, 0)
  // Nobody is told to begin what has long been done.
  await expect(page.getByText('At this step no weight had moved yet.')).toBeVisible()
  await control(page, 'startOver', 'en').click()
  await page.getByRole('button', { name: /^Same seed/ }).click()
  await waitForStatus(page, 'ready')
  await expect.poll(() => shownStep(page)).toBeNull()
})
