/** A run as one file: how large it is, how long it takes to be written, and to be opened on a fresh visit. */
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { waitForRun, withPage, withServer } from './lib.mjs'

export const title = 'Run file'

/**
 * One run, paused after 300 and after 3,000 steps, saved by its own buttons.
 * - `wholeMB` with all that is needed to go on, `smallMB` only to look at; `tapeMB` and `recordMB` are parts of both
 * - `writeSeconds` from the press to the saved file, for each of the two
 * - `openSeconds` from the drop of the whole file on the page of a fresh visit until the run stands there
 */
export async function measure({ steps = 3000, seed = 7 } = {}) {
  const marks = [300, 3000].filter((mark) => mark <= steps)
  return withServer((address) =>
    withPage(async (page) => {
      await page.goto(`${address}#/en/overview?seed=${seed}&steps=${steps + 200}&backend=wasm`)
      await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      const rows = []
      for (const mark of marks) {
        await page.getByRole('button', { name: /^(Start|Continue) training$/ }).click()
        await waitForRun(page, ({ step }) => Number(step) >= mark, { timeoutMs: 60 * 60_000 })
        await page.getByRole('button', { name: 'Pause', exact: true }).click()
        const paused = await waitForRun(page, ({ status }) => status === 'paused', { timeoutMs: 60_000 })
        const whole = await saveRun(page, { step: paused.step, name: /^To train on/ })
        const small = await saveRun(page, { step: paused.step, name: /^Only to look at/ })
        rows.push({
          steps: Number(paused.step),
          wholeMB: megabytes(whole.bytes.length),
          smallMB: megabytes(small.bytes.length),
          tapeMB: megabytes(packedBytes(whole.bytes, 'tape/')),
          recordMB: megabytes(packedBytes(whole.bytes, 'record/')),
          writeSeconds: [whole, small].map(({ seconds }) => Number(seconds.toFixed(2))),
          openSeconds: Number((await openAnew(page, address, whole.path)).toFixed(2)),
        })
        console.log(`  ${JSON.stringify(rows.at(-1))}`)
      }
      return { rows }
    }),
  )
}

async function saveRun(page, { step, name }) {
  await page.getByRole('button', { name: 'Runs', exact: true }).click()
  const row = page
    .getByRole('listitem')
    .filter({ hasText: `step ${Number(step).toLocaleString('en-US')} of` })
  await row.getByRole('button', { name: /^Save: / }).click({ timeout: 60_000 })
  const startMs = performance.now()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 300_000 }),
    row.getByRole('button', { name }).click(),
  ])
  const path = await download.path()
  const bytes = await readFile(path)
  const seconds = (performance.now() - startMs) / 1000
  await page.keyboard.press('Escape')
  return { bytes: new Uint8Array(bytes), path, seconds }
}

/** As it lies in the file: `unzipSync` tells the packed size without unpacking. */
function packedBytes(zip, folder) {
  let sum = 0
  unzipSync(zip, {
    filter({ name, size }) {
      if (name.startsWith(folder)) sum += size
      return false
    },
  })
  return sum
}

async function openAnew(page, address, path) {
  const context = await page.context().browser().newContext()
  const visit = await context.newPage()
  await visit.goto(`${address}#/en/overview?backend=wasm`)
  await waitForRun(visit, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
  // By its path: what goes through the connection to the browser must be smaller than 100 MB.
  await visit.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'given' })),
  )
  await visit.setInputFiles('#given', path)
  const seconds = await visit.evaluate(async () => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([document.querySelector('#given').files[0]], 'dropped.faltwerk'))
    const startMs = performance.now()
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
    while (document.documentElement.dataset.status !== 'paused') {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return (performance.now() - startMs) / 1000
  })
  await context.close()
  return seconds
}

const megabytes = (bytes) => Number((bytes / 1e6).toFixed(2))
