/** What the page costs a visitor: bytes before the first paint, main-thread tasks and frames while it trains. */
import { gzipSync } from 'node:zlib'
import { runState, waitForRun, withPage, withServer } from './lib.mjs'

export const title = 'The page'

export async function measure({ seconds = 20 } = {}) {
  return withServer((address) =>
    withPage(async (page) => {
      await page.addInitScript(watchMainThread)
      const scripts = []
      page.on('response', async (response) => {
        if (response.request().resourceType() !== 'script' || response.frame() !== page.mainFrame()) return
        scripts.push({ at: Date.now(), url: response.url(), body: await response.body().catch(() => null) })
      })
      const workers = new Set()
      page.on('worker', (worker) => workers.add(worker.url()))
      await page.goto(`${address}#/en/convolution?backend=wasm`)
      const paintedMs = await page.evaluate(firstPaintMs)
      const beforePaint = await page.evaluate(scriptsBefore, paintedMs)
      await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      const kilobytes =
        scripts
          .filter(({ url, body }) => body && beforePaint.includes(url) && !workers.has(url))
          .reduce((bytes, { body }) => bytes + gzipSync(body, { level: 9 }).length, 0) / 1000
      await page.getByRole('button', { name: 'Start training' }).click()
      await page.waitForTimeout(3000)
      await page.evaluate(() => window.watched.reset())
      const before = await runState(page)
      await page.waitForTimeout(seconds * 1000)
      const after = await runState(page)
      const { longestTaskMs, tasksOver50Ms, frames } = await page.evaluate(() => window.watched.read())
      return {
        kilobytesOfScriptBeforeFirstPaint: Number(kilobytes.toFixed(1)),
        firstPaintMs: Math.round(paintedMs),
        watchedSeconds: seconds,
        stepsPerSecond: Number(((after.step - before.step) / seconds).toFixed(2)),
        framesPerSecond: Number((frames / seconds).toFixed(2)),
        longestMainThreadTaskMs: longestTaskMs,
        mainThreadTasksOver50Ms: tasksOver50Ms,
      }
    }),
  )
}

/** Long tasks are reported from 50 ms on; shorter ones by a message to oneself that comes late. */
function watchMainThread() {
  let long = []
  let latest = 0
  let longestGap = 0
  let frames = 0
  let lastStep
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    const now = performance.now()
    longestGap = Math.max(longestGap, now - latest)
    latest = now
    setTimeout(() => {
      latest = performance.now()
      port2.postMessage(null)
    }, 0)
  }
  port2.postMessage(null)
  const everyFrame = () => {
    const step = document.querySelector('canvas[data-view="ribbon"][data-tap="conv1"]')?.dataset.frameStep
    if (step !== lastStep) frames++
    lastStep = step
    requestAnimationFrame(everyFrame)
  }
  requestAnimationFrame(everyFrame)
  window.watched = {
    reset: () => {
      long = []
      longestGap = 0
      frames = 0
    },
    read: () => ({
      longestTaskMs:
        long.length > 0 ? Math.round(Math.max(...long)) : `< 50 (longest wait ${longestGap.toFixed(1)})`,
      tasksOver50Ms: long.length,
      frames,
    }),
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
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry.startTime <= paintedMs && /\.js(\?|$)/.test(entry.name))
    .map((entry) => entry.name)
}
