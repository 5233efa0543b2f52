/** The window of the convolution played at its fastest, paused and while it trains: places and frames a second, longest frame. */
import { loadavg } from 'node:os'
import { median, runState, waitForRun, withPage, withServer } from './lib.mjs'
import { mainThreadTasks } from './page.mjs'

export const title = 'Sliding'

export async function measure({ seconds = 8 } = {}) {
  return withServer((address) =>
    withPage(async (page) => {
      await page.goto(`${address}#/en/convolution?backend=wasm&seed=1`)
      await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      await page.waitForTimeout(4000)
      await page.getByRole('radio', { name: 'fast' }).check()
      const rows = [{ run: 'paused', ...(await slide(page, seconds)) }]
      await page.getByRole('button', { name: 'Start training' }).click()
      await waitForRun(page, ({ step }) => Number(step) >= 20, { timeoutMs: 60_000 })
      rows.push({ run: 'training', ...(await slide(page, seconds)) })
      return { rows }
    }),
  )
}

/** From the first place on. At 40 places a second it is under way for 19 seconds. */
async function slide(page, seconds) {
  const slider = page.getByRole('slider', { name: 'Window' })
  await slider.fill('0')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForTimeout(500)
  const stepBefore = Number((await runState(page)).step)
  const { frames, places, tookMs } = await page.evaluate(watchFrames, seconds)
  const steps = Number((await runState(page)).step) - stepBefore
  // Tracing costs time itself, so it has seconds of its own.
  const traced = await mainThreadTasks(page.context().browser(), page, () =>
    page.waitForTimeout(seconds * 500),
  )
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  const sorted = [...frames].sort((one, other) => one - other)
  const at = (share) => Number(sorted[Math.floor(share * (sorted.length - 1))].toFixed(1))
  return {
    machineLoad: Number(loadavg()[0].toFixed(1)),
    seconds: Number((tookMs / 1000).toFixed(1)),
    placesPerSecond: Number(((1000 * places) / tookMs).toFixed(1)),
    framesPerSecond: Number(((1000 * frames.length) / tookMs).toFixed(1)),
    frameMs: Number(median(frames).toFixed(1)),
    frameMs95: at(0.95),
    longestFrameMs: at(1),
    longestTaskOnTheProcessorMs: traced.longestTaskOnProcessorMs,
    stepsMeanwhile: steps,
  }
}

/** Runs in the page: milliseconds from one animation frame to the next, and how far the window has come. */
function watchFrames(seconds) {
  const place = () => Number(document.querySelector('input[type=range][aria-label=Window]').value)
  return new Promise((resolve) => {
    const startMs = performance.now()
    const from = place()
    const frames = []
    let beforeMs = startMs
    const next = (nowMs) => {
      frames.push(nowMs - beforeMs)
      beforeMs = nowMs
      const tookMs = performance.now() - startMs
      if (tookMs < 1000 * seconds) requestAnimationFrame(next)
      else resolve({ frames: frames.slice(1), places: place() - from, tookMs })
    }
    requestAnimationFrame(next)
  })
}
