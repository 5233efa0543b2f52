/** The run: it learns, shows what it learns, obeys, and can be repeated to the last bit. */
import type { Page } from '@playwright/test'
import { attribute, control, lossOf, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { hashesOf, picturesOf, settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const onWasm = { seed: '7', backend: 'wasm' }

test('60 steps lower the loss and change every picture but the digit', async ({ page, site }) => {
  test.setTimeout(150_000)
  await openPage(page, { url: site.url, lesson: 'convolution', query: onWasm })
  await waitForStatus(page, 'ready')
  const before = hashesOf(await settledPictures(page))
  await recordLosses(page)

  await control(page, 'train', 'en').click()
  await waitForStep(page, 5)
  // Pictures follow while it trains.
  await expect.poll(() => largestFrameStep(page)).toBeGreaterThanOrEqual(3)
  await waitForStep(page, 60, 120_000)
  await control(page, 'pause', 'en').click()
  await waitForStatus(page, 'paused')

  const pictures = await settledPictures(page)
  expect(new Set(pictures.map(({ view, tap }) => `${view} ${tap}`))).toEqual(
    new Set([
      ...['input', 'conv1', 'pool1', 'conv2', 'pool2', 'fc1', 'softmax'].map((tap) => `ribbon ${tap}`),
      ...['input', 'conv1/pre', 'conv1/weights'].map((tap) => `figure ${tap}`),
    ]),
  )
  const after = hashesOf(pictures)
  const same = Object.keys(before).filter((picture) => before[picture] === after[picture])
  expect(same.sort()).toEqual(['figure input', 'ribbon input'])

  const losses = await recordedLosses(page)
  expect(losses.length).toBeGreaterThan(20)
  expect(losses.every(Number.isFinite)).toBe(true)
  expect(mean(losses.slice(-10))).toBeLessThan(mean(losses.slice(0, 10)))
})

test('language, colours and lesson change while the training goes on', async ({ page, site }) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'convolution', query: onWasm })
  await waitForStatus(page, 'ready')
  await recordLosses(page)
  await page.evaluate(() => Object.assign(window, { samePage: true }))
  await control(page, 'train', 'en').click()
  await waitForStep(page, 1)

  const changes = [
    () => control(page, 'german', 'en').click(),
    () => page.getByRole('button', { name: 'dunkel', exact: true }).click(),
    () => page.getByRole('button', { name: 'Beamer', exact: true }).click(),
    () => page.keyboard.press('PageDown'),
    () => control(page, 'english', 'de').click(),
    () => page.getByRole('link', { name: /^fc1/ }).click(),
    () => page.goBack(),
    () => page.getByRole('button', { name: 'light', exact: true }).click(),
  ]
  for (const change of changes) {
    const step = await stepOf(page)
    await change()
    await waitForStep(page, step + 2)
    expect(await attribute(page, 'data-status')).toBe('training')
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(await page.evaluate(() => 'samePage' in window)).toBe(true)
  const steps = await page.evaluate(() => (window as unknown as Recorded).steps)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b)) // never back
})

test('one step is one step, pause stands still, and the same seed gives the same run', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'answer', query: onWasm })
  await waitForStatus(page, 'ready')
  const firstPictures = hashesOf(await settledPictures(page))
  const firstLosses = await lossesOfSingleSteps(page, 3)

  await control(page, 'resume', 'en').click()
  await waitForStep(page, 6)
  await control(page, 'pause', 'en').click()
  await waitForStatus(page, 'paused')
  const step = await stepOf(page)
  await settledPictures(page)
  expect(await stepOf(page)).toBe(step)

  await startOver(page, /^Same seed \(7\)/)
  expect(await attribute(page, 'data-loss')).toBeNull()
  expect(hashesOf(await settledPictures(page))).toEqual(firstPictures)
  expect(await lossesOfSingleSteps(page, 3)).toEqual(firstLosses)

  await startOver(page, /^New seed/)
  expect(page.url()).not.toContain('seed=7&')
  const otherPictures = hashesOf(await settledPictures(page))
  expect(otherPictures['ribbon conv1']).not.toBe(firstPictures['ribbon conv1'])
  expect(otherPictures['ribbon input']).toBe(firstPictures['ribbon input'])
  expect(await lossesOfSingleSteps(page, 1)).not.toEqual(firstLosses.slice(0, 1))
})

test('at the step limit the run is finished, with an accuracy over all test digits', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'digits', query: { ...onWasm, steps: '3' } })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStatus(page, 'finished', 90_000)
  expect(await stepOf(page)).toBe(3)
  await expect(control(page, 'resume', 'en')).toBeDisabled()
  await expect(control(page, 'oneStep', 'en')).toBeDisabled()

  const counts = { mnist: 10_000, files: Number.NaN, 'built-in': await builtInTestDigits(page) }
  const source = (await attribute(page, 'data-source')) as keyof typeof counts
  const count = counts[source]
  await expect(page.getByText(`(n = ${count.toLocaleString('en')})`)).toBeVisible()
  const correct = Number(await attribute(page, 'data-accuracy')) * count
  expect(Math.abs(correct - Math.round(correct))).toBeLessThan(1e-6)
  expect(correct).toBeGreaterThan(0)
  expect(correct).toBeLessThan(count)
})

test('a hidden page trains on, and the pictures catch up when it is seen again', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'relu', query: onWasm })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'en').click()
  await waitForStep(page, 2)
  // What hiding a page does to it: no animation frames, and `document.hidden`.
  await page.evaluate(() => {
    const original = window.requestAnimationFrame.bind(window)
    const waiting: FrameRequestCallback[] = []
    window.requestAnimationFrame = (callback) => waiting.push(callback)
    Object.defineProperty(document, 'hidden', { configurable: true, value: true })
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    const show = () => {
      window.requestAnimationFrame = original
      Object.defineProperty(document, 'hidden', { configurable: true, value: false })
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'visible' })
      document.dispatchEvent(new Event('visibilitychange'))
      for (const callback of waiting.splice(0)) original(callback)
    }
    Object.assign(window, { show })
  })
  const shown = await largestFrameStep(page)
  await waitForStep(page, shown + 6)
  expect(await largestFrameStep(page)).toBeLessThanOrEqual(shown + 1) // one frame may have been under way
  await page.evaluate(() => (window as unknown as { show: () => void }).show())
  await expect.poll(() => largestFrameStep(page)).toBeGreaterThan(shown + 6)
})

type Recorded = { readonly steps: number[]; readonly losses: number[] }

/** From now on, the page notes each loss and step it writes on `<html>`. */
async function recordLosses(page: Page) {
  await page.evaluate(() => {
    const root = document.documentElement
    const recorded = { steps: [] as number[], losses: [] as number[] }
    Object.assign(window, recorded)
    new MutationObserver(() => {
      const step = Number(root.dataset.step)
      if (root.dataset.loss === undefined || step === recorded.steps.at(-1)) return
      recorded.steps.push(step)
      recorded.losses.push(Number(root.dataset.loss))
    }).observe(root, { attributeFilter: ['data-step', 'data-loss'] })
  })
}

async function recordedLosses(page: Page): Promise<readonly number[]> {
  return await page.evaluate(() => (window as unknown as Recorded).losses)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

async function largestFrameStep(page: Page): Promise<number> {
  return Math.max(...(await picturesOf(page, 'ribbon')).map(({ frameStep }) => frameStep ?? 0))
}

/** Takes `count` single steps from step 0, each exactly one; the unrounded losses. */
async function lossesOfSingleSteps(page: Page, count: number): Promise<readonly number[]> {
  const losses: number[] = []
  for (let step = 1; step <= count; step++) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, step)
    await settledPictures(page)
    expect(await stepOf(page)).toBe(step)
    losses.push(await lossOf(page))
  }
  return losses
}

async function startOver(page: Page, choice: RegExp) {
  await control(page, 'startOver', 'en').click()
  await page.getByRole('dialog').getByRole('button', { name: choice }).click()
  await waitForStatus(page, 'ready')
  expect(await stepOf(page)).toBe(0)
}

/** As the dialog of the data says. */
async function builtInTestDigits(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Compute and data' }).click()
  const text = (await page.getByText(/^In use/).textContent()) ?? ''
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  return Number(/([\d,]+) test images/.exec(text)?.[1]?.replaceAll(',', ''))
}
