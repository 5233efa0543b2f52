/** The one-file edition opened from disk, beside the page from a server: from opening to the first training step. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureOneFileBuilt } from '../scripts/lib/build.mjs'
import { PROJECT } from '../scripts/lib/paths.mjs'
import { median, withPage, withServer } from './lib.mjs'
import { pressAndNote } from './start-up.mjs'

export const title = 'One-file edition'

const file = join(PROJECT, 'dist-one-file', 'faltwerk.html')

/** Visitors with empty profiles, in turns; both learn from the built-in digits on WASM. */
export async function measure({ rounds = 5 } = {}) {
  await ensureOneFileBuilt()
  const visits = { file: [], server: [] }
  await withServer(
    async (address) => {
      for (let round = 1; round <= rounds; round++) {
        visits.file.push(await visit(pathToFileURL(file).href))
        visits.server.push(await visit(address))
      }
    },
    { mnist: join(PROJECT, 'no-mnist') }, // no such folder: no MNIST
  )
  return {
    fileBytes: statSync(file).size,
    rows: [summary('one file from disk', visits.file), summary('page from a server', visits.server)],
  }
}

/** Milliseconds since the navigation began. */
async function visit(address) {
  return await withPage(async (page) => {
    await page.addInitScript(pressAndNote)
    await page.goto(`${address}#/en/overview?seed=1&backend=wasm`)
    await page.waitForFunction(() => window.noted.firstStepMs, null, { timeout: 180_000, polling: 100 })
    return await page.evaluate(() => window.noted)
  })
}

function summary(edition, visits) {
  const of = (name) => visits.map((noted) => noted[name])
  return {
    edition,
    visits: visits.length,
    paintMs: median(of('paintMs')),
    backendMs: median(of('backendMs')),
    readyMs: median(of('readyMs')),
    firstStepMs: median(of('firstStepMs')),
    firstStepMsFrom: Math.min(...of('firstStepMs')),
    firstStepMsTo: Math.max(...of('firstStepMs')),
  }
}
