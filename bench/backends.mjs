/** Milliseconds per training step of every backend, in the page's own worker with its own loop. */
import { runState, waitForRun, withPage, withServer } from './lib.mjs'

export const title = 'Backends'

/** GPUs imitated in software need many seconds for a step: few steps there. */
const plans = [
  { backend: 'wasm', steps: 12, isolated: true },
  { backend: 'wasm', steps: 12, isolated: false },
  { backend: 'webgl', steps: 3, isolated: true },
  { backend: 'webgpu', steps: 3, isolated: true },
  { backend: 'cpu', steps: 2, isolated: true },
]

export async function measure({ gpu = false } = {}) {
  const flags = gpu
    ? ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--use-angle=vulkan', '--ignore-gpu-blocklist']
    : ['--enable-unsafe-webgpu']
  const rows = []
  for (const { backend, steps, isolated } of plans) {
    rows.push(
      await withServer((address) =>
        withPage((page) => one(page, address, { backend, steps, isolated }), { flags }),
      ),
    )
    console.log(`  ${JSON.stringify(rows.at(-1))}`)
  }
  return { rows }
}

async function one(page, address, { backend, steps, isolated }) {
  // Without the headers and the service worker that add them, the page is not isolated and WASM has one thread.
  if (!isolated) await withoutIsolation(page)
  await page.goto(`${address}#/en/convolution?seed=1&backend=${backend}`)
  const ready = await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 180_000 })
  if (ready.backend !== backend) return { backend, unavailable: `went to ${ready.backend}` }
  const timesMs = []
  for (let step = 1; step <= steps; step++) {
    await page.getByRole('button', { name: 'One step' }).click()
    await waitForRun(page, (state) => Number(state.step) >= step, { timeoutMs: 240_000, everyMs: 50 })
    timesMs.push(Number((await runState(page)).msPerStep))
  }
  // `data-ms-per-step` is the running median of the steps done; its last value is the median of all.
  return {
    backend,
    threads: Number(ready.threads),
    steps,
    msPerStep: Math.round(timesMs.at(-1)),
    firstStepMs: Math.round(timesMs[0]),
  }
}

async function withoutIsolation(page) {
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    const headers = response.headers()
    delete headers['cross-origin-embedder-policy']
    delete headers['cross-origin-opener-policy']
    await route.fulfill({ response, headers })
  })
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
}
