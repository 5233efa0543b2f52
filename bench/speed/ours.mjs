/** The page itself as a contender: its own worker and loop, trained by its own buttons. */
import { waitForRun } from '../lib.mjs'

/** Nothing is watched, so a step costs what training costs: the price of watching has a measurement of its own. */
const hidden = 'header,ribbon,digit,figure,text'

export async function openOurs(browser, address, { backend, isIsolated = true }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  // Keeping the page for offline use costs time in the background; here every visit is the first.
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
  if (!isIsolated) await withoutIsolation(page)
  await page.goto(`${address}#/en/convolution?seed=1&backend=${backend}&hide=${hidden}`)
  const ready = await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 180_000 })
  if (ready.backend !== backend) throw new Error(`The page went to ${ready.backend}.`)
  const first = await page.evaluate(trainForAWhile, { mostSteps: 1, mostMs: 0 })
  const firstStepLoss = Number(await page.evaluate(() => document.documentElement.dataset.loss))
  return {
    prepared: {
      threads: Number(ready.threads),
      optimizer: 'Adam',
      hasSeededDropout: true,
      firstStepLoss,
      firstStepMs: first.ms,
    },
    turn: (limits) => page.evaluate(trainForAWhile, limits),
    finish: async () => ({
      lossAfter: Number(await page.evaluate(() => document.documentElement.dataset.loss)),
    }),
    close: () => page.close(),
  }
}

/** Without the headers (and the service worker that would add them) the page has no shared memory: one thread. */
async function withoutIsolation(page) {
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    const headers = response.headers()
    delete headers['cross-origin-embedder-policy']
    delete headers['cross-origin-opener-policy']
    await route.fulfill({ response, headers })
  })
}

/**
 * Runs in the page. With one step to do it asks for one step and waits for it. With more it lets the page train, and
 * measures from the first step it sees to the last, by the clock: everything the loop does between steps counts.
 * An evaluation, due after each hundredth step, does not. Resolves when the run is paused again.
 */
function trainForAWhile({ mostSteps, mostMs }) {
  const root = document.documentElement
  const press = (...names) => {
    const buttons = [...document.querySelectorAll('button')]
    const button = buttons.find(({ textContent, disabled }) => !disabled && names.includes(textContent))
    if (!button) throw new Error(`There is no button ${names.join(' or ')}.`)
    button.click()
  }
  /** Time for an evaluation that begins with the pause: it must not fall into another's turn. */
  const evaluationMs = (step) => (step % 100 === 0 ? 5000 : 0)
  const hundred = ({ step }) => Math.floor((step - 1) / 100)
  return new Promise((resolve, reject) => {
    const startStep = Number(root.dataset.step)
    const startMs = performance.now()
    const seen = mostSteps === 1 ? [{ step: startStep, atMs: startMs }] : []
    let isOver = mostSteps === 1
    const observer = new MutationObserver(() => {
      const step = Number(root.dataset.step)
      const atMs = performance.now()
      if (root.dataset.status === 'failed') return end(() => reject(new Error('The run failed.')))
      if (step > (seen.at(-1)?.step ?? startStep)) seen.push({ step, atMs })
      const [first] = seen
      if (isOver && root.dataset.status === 'paused' && seen.length > 1)
        return end(() => setTimeout(resolve, evaluationMs(step), timeOf(seen)))
      if (isOver || seen.length < 2 || (step - first.step < mostSteps && atMs - first.atMs < mostMs)) return
      isOver = true
      press('Pause')
    })
    const end = (settle) => {
      observer.disconnect()
      settle()
    }
    observer.observe(root, { attributes: true })
    if (mostSteps === 1) press('One step')
    else press('Start training', 'Continue training')
  })

  function timeOf(moments) {
    let steps = 0
    let ms = 0
    for (const [at, moment] of moments.slice(1).entries()) {
      const before = moments[at]
      if (hundred(before) !== hundred(moment)) continue
      steps += moment.step - before.step
      ms += moment.atMs - before.atMs
    }
    return { steps, ms }
  }
}
