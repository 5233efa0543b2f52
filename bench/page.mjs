/** What the page costs a visitor: bytes before the first paint, main-thread tasks and frames while it trains. */
import { gzipSync } from 'node:zlib'
import { runState, waitForRun, withPage, withServer } from './lib.mjs'

export const title = 'The page'

export async function measure({ seconds = 20 } = {}) {
  return withServer((address) =>
    withPage(async (page) => {
      await page.addInitScript(countFrames)
      const scripts = []
      page.on('response', async (response) => {
        if (response.request().resourceType() !== 'script' || response.frame() !== page.mainFrame()) return
        scripts.push({ at: Date.now(), url: response.url(), body: await response.body().catch(() => null) })
      })
      await page.goto(`${address}#/en/convolution?backend=wasm`)
      const paintedMs = await page.evaluate(firstPaintMs)
      const beforePaint = await page.evaluate(scriptsBefore, paintedMs)
      await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      const kilobytes =
        scripts
          .filter(({ url, body }) => body && beforePaint.includes(url))
          .reduce((bytes, { body }) => bytes + gzipSync(body, { level: 9 }).length, 0) / 1000
      await page.getByRole('button', { name: 'Start training' }).click()
      await page.waitForTimeout(3000)
      const framesBefore = await page.evaluate(() => window.framesSoFar())
      const before = await runState(page)
      await page.waitForTimeout(seconds * 1000)
      const after = await runState(page)
      const frames = (await page.evaluate(() => window.framesSoFar())) - framesBefore
      // Tracing costs time itself, so it has seconds of its own.
      const traced = await mainThreadTasks(page.context().browser(), page, () =>
        page.waitForTimeout(seconds * 500),
      )
      return {
        kilobytesOfScriptBeforeFirstPaint: Number(kilobytes.toFixed(1)),
        firstPaintMs: Math.round(paintedMs),
        watchedSeconds: seconds,
        stepsPerSecond: Number(((after.step - before.step) / seconds).toFixed(2)),
        framesPerSecond: Number((frames / seconds).toFixed(2)),
        tracedSeconds: seconds / 2,
        mainThreadTasks: traced.tasks,
        longestTaskByTheClockMs: traced.longestTaskMs,
        longestTaskOnTheProcessorMs: traced.longestTaskOnProcessorMs,
        tasksOver50MsByTheClock: traced.tasksOver50Ms,
      }
    }),
  )
}

/** Counts the frames that reach the ribbon. No animation frames of its own: they would make the browser draw for nothing. */
function countFrames() {
  let frames = 0
  const isRibbon = ({ target }) => target.dataset.view === 'ribbon' && target.dataset.tap === 'conv1'
  new MutationObserver((changes) => {
    if (changes.some(isRibbon)) frames++
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-frame-step'] })
  window.framesSoFar = () => frames
}

/**
 * The tasks of the page's main thread while `meanwhile` runs, from Chromium's own trace: by the clock, and in time on
 * the processor. On a machine whose cores all train, a task also waits for a core; that is in the first number only.
 */
export async function mainThreadTasks(browser, page, meanwhile) {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await meanwhile()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  const main = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid}/${tid}`))
  const isTask = ({ name, ph }) =>
    ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
  const tasks = traceEvents.filter((event) => isTask(event) && main.has(`${event.pid}/${event.tid}`))
  const longest = (times) => Number((Math.max(0, ...times) / 1000).toFixed(1))
  return {
    longestTaskMs: longest(tasks.map(({ dur = 0 }) => dur)),
    longestTaskOnProcessorMs: longest(tasks.map(({ tdur = 0 }) => tdur)),
    tasksOver50Ms: tasks.filter(({ dur = 0 }) => dur > 50_000).length,
    tasks: tasks.length,
  }
}

function firstPaintMs() {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime)).observe({
      type: 'paint',
      buffered: true,
    })
  })
}

function scriptsBefore(paintedMs) {
  return (
    performance
      .getEntriesByType('resource')
      // A worker's scripts count as `other`: they hold nothing up.
      .filter(({ initiatorType }) => initiatorType === 'script' || initiatorType === 'link')
      .filter((entry) => entry.startTime <= paintedMs && /\.js(\?|$)/.test(entry.name))
      .map((entry) => entry.name)
  )
}
