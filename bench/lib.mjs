/** What every benchmark needs: the built page on a server of our own, and the system's Chromium. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { PAGE_HEADERS } from '../scripts/lib/headers.mjs'
import { PROJECT } from '../scripts/lib/paths.mjs'
import { createStaticServer, listen } from '../scripts/serve.mjs'

/** The folder with MNIST: `FALTWERK_MNIST`, else what `npm run data` fetched; null where there is none. */
export function mnistFolder() {
  const folders = [process.env.FALTWERK_MNIST, join(PROJECT, 'public', 'data', 'mnist')]
  return folders.find((folder) => folder && existsSync(join(folder, 'train-images-idx3-ubyte.gz'))) ?? null
}

/** Serves `dist/` (with MNIST, if there is any) and calls `use(address)`. */
export async function withServer(use, { mnist = mnistFolder() } = {}) {
  const folders = mnist ? { 'data/mnist/': mnist } : {}
  const server = createStaticServer({ root: join(PROJECT, 'dist'), headers: PAGE_HEADERS, folders })
  const port = await listen(server, { port: 0 })
  try {
    return await use(`http://localhost:${port}/`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** Flags of Chromium that let a page use a real graphics card. */
const gpuFlags = ['--enable-features=Vulkan', '--use-angle=vulkan', '--ignore-gpu-blocklist']

/** How every benchmark starts the system's Chromium. `flags` are Chromium's own; `gpu` wants a real graphics card. */
export async function launchOptions({ flags = [], gpu = false } = {}) {
  const { findBrowser } = await import('../scripts/lib/find-browser.mjs')
  return {
    executablePath: findBrowser() ?? undefined,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      ...(gpu ? ['--enable-unsafe-webgpu', ...gpuFlags] : []),
      ...flags,
    ],
  }
}

/**
 * Calls `use(page)` with a fresh visit in the system's Chromium. With `keeps`, what the page stores lies on disk, as in any
 * ordinary window; without, in the memory of another process, as in a private one.
 */
export async function withPage(
  use,
  { flags = [], gpu = false, viewport = { width: 1280, height: 720 }, keeps = false } = {},
) {
  const options = await launchOptions({ flags, gpu })
  const folder = keeps ? mkdtempSync(join(tmpdir(), 'faltwerk-')) : null
  const browser = folder
    ? await chromium.launchPersistentContext(folder, { ...options, viewport })
    : await chromium.launch(options)
  try {
    const page = await (folder ? browser.newPage() : browser.newPage({ viewport }))
    page.on('pageerror', (error) => console.error(`page: ${error.message}`))
    return await use(page)
  } finally {
    await browser.close()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

/** The observable state of the run, as the root element shows it. */
export function runState(page) {
  return page.evaluate(() => ({ ...document.documentElement.dataset }))
}

/** Waits until `isSo(state)`; throws with the last state after `timeoutMs`. */
export async function waitForRun(page, isSo, { timeoutMs, everyMs = 500 }) {
  const endMs = Date.now() + timeoutMs
  for (;;) {
    const state = await runState(page)
    if (state.status === 'failed') throw new Error(`The run failed: ${JSON.stringify(state)}`)
    if (isSo(state)) return state
    if (Date.now() > endMs) throw new Error(`Not reached in ${timeoutMs / 1000} s: ${JSON.stringify(state)}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** Where the figures come from, without naming the machine. */
export function machine() {
  return { cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown', node: process.version }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}
