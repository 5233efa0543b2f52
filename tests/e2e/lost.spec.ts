/** What computes is lost just when a kept run goes on: the page says so in both languages, and the run goes on all the same. */
import type { BrowserContext, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { keptRuns, killWorker, rememberWorkers } from './helpers/kept.ts'
import { dropFile, openLibrary, saved } from './helpers/library.ts'
import { attribute, control, lossOf, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { hashesOf, settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/test.ts'
import { keepWebglContexts, loseContexts, withoutWebgl } from './helpers/webgl.ts'

const patienceMs = 120_000

type Visit = {
  readonly url: string
  readonly backend?: string
  readonly prepare?: (page: Page) => Promise<void>
}

async function visit(context: BrowserContext, { url, backend = 'wasm', prepare }: Visit): Promise<Page> {
  const page = await context.newPage()
  await rememberWorkers(page)
  await prepare?.(page)
  await openPage(page, { url, lesson: 'filters', query: { seed: '7', steps: '6', backend } })
  await waitForStatus(page, 'ready', patienceMs)
  return page
}

async function oneStep(page: Page, step: number) {
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, step, patienceMs)
  await expect.poll(() => attribute(page, 'data-kept-step'), { timeout: patienceMs }).toBe(String(step))
}

const messagesOf = (page: Page) => page.getByRole('region', { name: /^(Messages|Meldungen)$/ })
const goOn = (page: Page, step: number) => page.getByRole('button', { name: `Continue at step ${step}` })

test('a GPU that is not there any more, or is lost again, costs a kept run nothing but rounding', async ({
  context,
  site,
}) => {
  test.setTimeout(400_000)
  const { url } = site
  let page = await visit(context, { url, backend: 'webgl' })
  expect(await attribute(page, 'data-backend')).toBe('webgl')
  await oneStep(page, 1)
  const loss = await lossOf(page)
  const [before] = await keptRuns(page)
  await page.close()

  page = await visit(context, { url, prepare: withoutWebgl })
  await goOn(page, 1).click()
  await waitForStatus(page, 'paused', patienceMs)
  expect([await stepOf(page), await lossOf(page)]).toEqual([1, loss])
  expect(await attribute(page, 'data-backend')).toBe('wasm')
  const messages = () => messagesOf(page)
  await expect(messages()).toContainText(
    'Up to step 1 this was computed by WebGL, from here on by WASM: the numbers agree',
  )
  await control(page, 'german', 'en').click()
  await expect(messages()).toContainText(
    'Bis Schritt 1 hat WebGL gerechnet, ab hier rechnet WASM: Die Zahlen stimmen',
  )
  expect((await keptRuns(page))[0]).toEqual(before)
  await page.close()

  page = await visit(context, { url, backend: 'webgl', prepare: keepWebglContexts })
  await goOn(page, 1).click()
  await waitForStatus(page, 'paused', patienceMs)
  expect([await stepOf(page), await attribute(page, 'data-backend')]).toEqual([1, 'webgl'])
  await expect(messages()).not.toContainText('this was computed by')
  await loseContexts(page)
  await oneStep(page, 2)
  expect(await attribute(page, 'data-backend')).not.toBe('webgl')
  await expect(messages()).toContainText(/WebGL failed, (WASM|WebGPU|CPU) carries on\. 0 steps were repeated/)
  await control(page, 'german', 'en').click()
  await expect(messages()).toContainText(/WebGL ist ausgefallen, (WASM|WebGPU|CPU) rechnet weiter\./)
  expect(await keptRuns(page)).toMatchObject([{ id: before?.id, step: 2, historySteps: [1, 2] }])
})

test('a worker that dies over a kept run is said so, and the run is offered again', async ({
  context,
  site,
}) => {
  test.setTimeout(240_000)
  let page = await visit(context, { url: site.url })
  for (const step of [1, 2]) await oneStep(page, step)
  const before = await keptRuns(page)
  await page.close()

  page = await visit(context, { url: site.url, prepare: dieOverContinuing })
  await goOn(page, 2).click()
  await waitForStatus(page, 'failed')
  const messages = messagesOf(page)
  await expect(messages).toContainText('The computing part of the page crashed (no memory, say)')
  await control(page, 'german', 'en').click()
  await expect(messages).toContainText('Der Rechenteil der Seite ist abgestürzt')
  await expect(page.getByRole('button', { name: 'Weiter ab Schritt 2' })).toBeEnabled()
  await control(page, 'english', 'de').click()
  expect(await keptRuns(page)).toEqual(before)
  await goOn(page, 2).click()
  await waitForStatus(page, 'paused', patienceMs)
  expect(await stepOf(page)).toBe(2)
  await expect(messages).not.toContainText('crashed')
  await oneStep(page, 3)
  expect(await keptRuns(page)).toMatchObject([{ id: before[0]?.id, step: 3, historySteps: [1, 2, 3] }])
})

/** The first worker that is told to go on with a kept run ends over it. */
async function dieOverContinuing(page: Page) {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype
    let isDone = false
    Worker.prototype.postMessage = function (this: Worker, message: unknown, options?: object) {
      const { type } = message as { type?: string }
      if (type !== 'continue' || isDone) {
        postMessage.call(this, message, options as StructuredSerializeOptions)
        return
      }
      isDone = true
      this.terminate()
      queueMicrotask(() => this.onerror?.(new ErrorEvent('error', { message: 'no memory, say' })))
    }
  })
}

test('after its worker died, a run from a file of weights begins with the same weights again', async ({
  context,
  site,
}) => {
  test.setTimeout(300_000)
  const page = await visit(context, { url: site.url })
  await oneStep(page, 1)
  const dialog = await openLibrary(page, 'en')
  const { bytes } = await saved(page, dialog, { language: 'en', how: 'small' })
  const network = unzipSync(bytes, { filter: ({ name }) => name === 'network.safetensors' })
  await page.keyboard.press('Escape')
  const weights = { name: 'one-step.safetensors', bytes: Buffer.from(network['network.safetensors']!) }
  await dropFile(page, { url: `${site.url}drop/`, ...weights })
  await page.getByRole('button', { name: 'Begin a new run' }).click({ timeout: patienceMs })
  await waitForStatus(page, 'ready', patienceMs)
  await expect(page.getByText('At step 0: of a file')).toBeVisible()
  const atStart = hashesOf(await settledPictures(page))
  await oneStep(page, 1)
  const loss = await lossOf(page)

  // A new run, and one that went on after it was kept.
  for (const way of ['begun', 'continued'] as const) {
    await killWorker(page)
    await waitForStatus(page, 'failed')
    if (way === 'continued') {
      await goOn(page, 2).click()
      await waitForStatus(page, 'paused', patienceMs)
      await killWorker(page)
      await waitForStatus(page, 'failed')
    }
    await messagesOf(page).getByRole('button', { name: 'Restart' }).click()
    await waitForStatus(page, 'ready', patienceMs)
    await expect(page.getByText('At step 0: of a file')).toBeVisible({ timeout: patienceMs })
    expect(await stepOf(page)).toBe(0)
    expect(hashesOf(await settledPictures(page))).toEqual(atStart)
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, 1, patienceMs)
    expect(await lossOf(page)).toBe(loss)
    if (way === 'begun') await oneStep(page, 2)
  }
})
