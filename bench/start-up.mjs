/** From opening the page to the first training step: the first visit, and later ones with everything kept. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { launchOptions, median, withServer } from './lib.mjs'

export const title = 'Start-up'

/**
 * Each repeat is a visitor of its own with an empty profile: one first visit, then later ones, each in a browser
 * started anew. The visitor presses *Start training* at the moment the button can be pressed.
 */
export async function measure({ repeats = 5, laterVisits = 2, gpu = false } = {}) {
  const first = []
  const later = []
  await withServer(async (address) => {
    for (let visitor = 1; visitor <= repeats; visitor++) {
      const profile = mkdtempSync(join(tmpdir(), 'faltwerk-bench-'))
      try {
        first.push(await visit(address, profile, { gpu, stay: true }))
        console.log(`  first ${JSON.stringify(first.at(-1))}`)
        for (let i = 0; i < laterVisits; i++) {
          later.push(await visit(address, profile, { gpu, stay: false }))
          console.log(`  later ${JSON.stringify(later.at(-1))}`)
        }
      } finally {
        rmSync(profile, { recursive: true, force: true })
      }
    }
  })
  return { rows: [summary('first', first), summary('later', later)] }
}

/** Milliseconds since the navigation began. `stay`: until the page works offline, so that the next visit finds all. */
async function visit(address, profile, { gpu, stay }) {
  const context = await chromium.launchPersistentContext(profile, await launchOptions({ gpu }))
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.addInitScript(pressAndNote)
    await page.goto(`${address}#/en/overview?seed=1`)
    await page.waitForFunction(() => window.noted.firstStepMs, null, { timeout: 180_000, polling: 100 })
    const noted = await page.evaluate(() => window.noted)
    if (noted.source !== 'mnist') throw new Error('MNIST is not there: npm run data, or set FALTWERK_MNIST.')
    if (stay) await page.waitForSelector('[data-state="ready"]', { timeout: 180_000 })
    return noted
  } finally {
    await context.close()
  }
}

/** Runs in the page before its own code: notes when each attribute of `<html>` appears, and presses the button. */
export function pressAndNote() {
  const noted = {}
  window.noted = noted
  const note = (name) => {
    noted[name] ??= Math.round(performance.now())
  }
  new PerformanceObserver((list) => {
    noted.paintMs ??= Math.round(list.getEntries()[0].startTime)
  }).observe({ type: 'paint', buffered: true })
  new MutationObserver(() => {
    const { backend, source, status, step } = document.documentElement.dataset
    if (backend) {
      noted.backend = backend
      note('backendMs')
    }
    if (source) {
      noted.source = source
      note('dataMs')
    }
    if (status === 'ready') note('readyMs')
    if (Number(step) >= 1) note('firstStepMs')
    if (noted.pressedMs !== undefined) return
    const buttons = [...document.querySelectorAll('button:enabled')]
    const start = buttons.find(({ textContent }) => textContent === 'Start training')
    if (!start) return
    note('pressedMs')
    start.click()
  }).observe(document, { subtree: true, childList: true, attributes: true })
}

function summary(visitName, visits) {
  const of = (name) => visits.map((noted) => noted[name])
  return {
    visit: visitName,
    visits: visits.length,
    backend: [...new Set(of('backend'))].join(' '),
    paintMs: median(of('paintMs')),
    backendMs: median(of('backendMs')),
    dataMs: median(of('dataMs')),
    readyMs: median(of('readyMs')),
    firstStepMs: median(of('firstStepMs')),
    firstStepMsFrom: Math.min(...of('firstStepMs')),
    firstStepMsTo: Math.max(...of('firstStepMs')),
  }
}
