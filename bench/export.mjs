/** The file for TensorBoard: how large it is, how long it takes, and what the page feels of it. */
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { median, waitForRun, withPage, withServer } from './lib.mjs'
import { mainThreadTasks } from './page.mjs'

export const title = 'Export for TensorBoard'

/**
 * One run, trained by its own buttons and exported by its own button after 300 and 3,000 steps.
 * - `zipMB` what is saved, `unpackedMB` what TensorBoard reads: both runs
 * - `pausedSeconds` from the click to the saved file while nothing else computes, the median of three; `trainingSeconds`
 *   while it trains
 * - `longestTaskMs` of the page's main thread during an export, in time on the processor: the page hands over all it knows
 */
export async function measure({ steps = 3000, seed = 7, rounds = 3 } = {}) {
  const marks = [300, 3000].filter((mark) => mark <= steps)
  return withServer((address) =>
    withPage(async (page) => {
      await page.goto(`${address}#/en/instruments?seed=${seed}&steps=${steps + 200}&backend=wasm`)
      const ready = await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      await page.locator('label', { hasText: /^Export$/ }).click()
      const press = (name) => page.getByRole('button', { name }).click()
      const rows = []
      for (const mark of marks) {
        await press(/^(Start|Continue) training$/)
        await waitForRun(page, ({ step }) => Number(step) >= mark, { timeoutMs: 60 * 60_000 })
        const training = await exportOnce(page)
        await press('Pause')
        await waitForRun(page, ({ status }) => status === 'paused', { timeoutMs: 60_000 })
        const paused = []
        for (let round = 0; round < rounds; round++) paused.push(await exportOnce(page))
        const traced = await mainThreadTasks(page.context().browser(), page, () => exportOnce(page))
        const { zip, step } = paused.at(-1)
        rows.push({
          steps: step,
          source: ready.source,
          zipMB: megabytes(zip.length),
          unpackedMB: megabytes(Object.values(unzipSync(zip)).reduce((sum, { length }) => sum + length, 0)),
          pausedSeconds: Number(median(paused.map(({ seconds }) => seconds)).toFixed(2)),
          trainingSeconds: Number(training.seconds.toFixed(2)),
          longestTaskMs: traced.longestTaskOnProcessorMs,
        })
        console.log(`  ${JSON.stringify(rows.at(-1))}`)
      }
      return { rows }
    }),
  )
}

async function exportOnce(page) {
  const startMs = performance.now()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 300_000 }),
    page.getByRole('button', { name: /^Export (for TensorBoard|again)$/ }).click(),
  ])
  const zip = await readFile(await download.path())
  const seconds = (performance.now() - startMs) / 1000
  return {
    seconds,
    zip: new Uint8Array(zip),
    step: Number(/step(\d+)/.exec(download.suggestedFilename())[1]),
  }
}

const megabytes = (bytes) => Number((bytes / 1e6).toFixed(2))
