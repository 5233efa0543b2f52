/** The page's own worker, spoken to in its own language by an empty page: nothing is painted, nothing else computes. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PAGE_HEADERS } from '../scripts/lib/headers.mjs'
import { PROJECT } from '../scripts/lib/paths.mjs'
import { withPage, withServer } from './lib.mjs'

/** All of `src/network/spec.ts`; the weights of fc1 alone are 12.8 MB of the 13.5. */
export const everyTap = [
  ...['input', 'conv1/weights', 'conv1/bias', 'conv1/pre', 'conv1', 'pool1'],
  ...['conv2/weights', 'conv2/bias', 'conv2/pre', 'conv2', 'pool2'],
  ...['fc1/weights', 'fc1/bias', 'fc1/pre', 'fc1', 'dropout', 'fc2/weights', 'fc2/bias', 'fc2', 'softmax'],
]
/** The most that any lesson can ask for: none shows the weights of fc1. */
export const everyShownTap = everyTap.filter((tap) => tap !== 'fc1/weights')

/**
 * Calls `use(page)` when the worker has its network and MNIST; `window.worker` is the client there:
 * `send(command)`, `next(report => boolean)` → the first such report from now on, `nowMs()`. With `second`, the name of another
 * worker, `window.second` is a client of that one.
 */
export function withWorker(
  use,
  { backend = 'wasm', gpu = false, keeps = false, second = null, prepare = async () => {} } = {},
) {
  const script = readdirSync(join(PROJECT, 'dist', 'assets')).find((name) => /^main-.*\.js$/.test(name))
  return withServer((address) =>
    withPage(
      async (page) => {
        await page.route('**/empty.html', (route) =>
          route.fulfill({ body: '<!doctype html>', contentType: 'text/html', headers: PAGE_HEADERS }),
        )
        await prepare(page, script)
        await page.goto(`${address}empty.html`)
        const options = {
          workerUrl: `${address}assets/${script}`,
          mnistUrl: `${address}data/mnist/`,
          backend,
        }
        await page.evaluate(startClient, { ...options, name: 'faltwerk', as: 'worker' })
        if (second) await page.evaluate(startClient, { ...options, name: second, as: 'second' })
        return await use(page)
      },
      { gpu, keeps },
    ),
  )
}

async function startClient({ workerUrl, mnistUrl, backend, name, as }) {
  const worker = new Worker(workerUrl, { type: 'module', name })
  const waiting = new Set()
  worker.onmessage = ({ data: report }) => {
    for (const one of waiting) {
      if (!one.isIt(report)) continue
      waiting.delete(one)
      one.resolve(report)
    }
  }
  const next = (isIt) => new Promise((resolve) => waiting.add({ isIt, resolve }))
  const send = (command, transfer = []) => worker.postMessage(command, transfer)
  const settings = { seed: 1, stepLimit: 100_000, backend, gentle: false }
  const client = {
    next,
    send,
    url: workerUrl,
    settings,
    mnistUrl,
    status: (status) => next((report) => report.type === 'status' && report.status === status),
    step: (step) => next((report) => report.type === 'status' && report.step >= step),
    /** Back to step 0; resolves when the run is ready. */
    startOver() {
      const ready = this.status('ready')
      send({ type: 'start-over', settings })
      return ready
    },
  }
  const ready = client.status('ready')
  const evaluated = next(({ type }) => type === 'evaluation')
  const loaded = next(({ type }) => type === 'loaded')
  const placed = next(({ type }) => type === 'backend')
  send({ type: 'open', settings, remembered: null })
  send({ type: 'load-data', request: { kind: 'automatic', mnistUrl } })
  const { info } = await loaded
  if (info.source !== 'mnist') throw new Error('MNIST is not there: npm run data, or set FALTWERK_MNIST.')
  const { backend: place, threads } = await placed
  if (place !== backend) throw new Error(`${backend} does not work here, the worker went to ${place}.`)
  await ready
  // The evaluation of step 0 comes by itself, soon after.
  await Promise.race([evaluated, new Promise((resolve) => setTimeout(resolve, 3000))])
  window[as] = Object.assign(client, { backend: place, threads })
}
