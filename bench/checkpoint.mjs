/**
 * What keeping costs: the same run in a worker that hands checkpoints and networks to the keeper and in one that keeps nothing, in
 * turns, in a browser of their own for each round and with their places changed. By the clock, and by the processor time of all processes of the browser: that is not disturbed by what else the machine does.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../scripts/lib/paths.mjs'
import { median } from './lib.mjs'
import { withWorker } from './workerClient.mjs'

export const title = 'Keeping a run'

/** Checkpoints at 100 and 200, networks for the tape at 15 steps up to 200. */
const usualSteps = 250

export async function measure({ rounds = 6, steps = usualSteps, gpu = false, backend = 'wasm' } = {}) {
  const script = readdirSync(join(PROJECT, 'dist', 'assets')).find((name) =>
    /^keeperWorker-.*\.js$/.test(name),
  )
  const runs = []
  for (let i = 0; i < rounds; i++) {
    const done = await withWorker(
      async (page) => {
        const workers = i % 2 ? { kept: 'second', plain: 'worker' } : { kept: 'worker', plain: 'second' }
        await page.evaluate(connectKeeper, { url: `assets/${script}`, to: workers.kept })
        return oneRound(page, { workers, steps, keepFirst: i % 4 > 1 })
      },
      { backend, gpu, keeps: true, second: 'faltwerk' },
    )
    console.log(`  ${JSON.stringify(done)}`)
    runs.push(done)
  }
  const costs = runs.map(({ kept, plain }) => kept.ms / plain.ms - 1)
  const processorCosts = runs.map(({ kept, plain }) => kept.processorMs / plain.processorMs - 1)
  const shares = runs.map(({ kept, plain }) => (kept.writingMs - plain.writingMs) / kept.ms)
  const row = {
    steps,
    backend,
    rounds,
    msPerStepWithout: Number((median(runs.map(({ plain }) => plain.ms)) / steps).toFixed(1)),
    msPerStepKept: Number((median(runs.map(({ kept }) => kept.ms)) / steps).toFixed(1)),
    checkpoints: median(runs.map(({ checkpoints }) => checkpoints)),
    costPercent: percent(median(costs)),
    costPercentFrom: percent(Math.min(...costs)),
    costPercentTo: percent(Math.max(...costs)),
    processorPercent: percent(median(processorCosts)),
    processorPercentFrom: percent(Math.min(...processorCosts)),
    processorPercentTo: percent(Math.max(...processorCosts)),
    // By the worker's own account: what it spends on writing down and keeping, less what it spends on writing down alone.
    ownTimePercent: percent(median(shares)),
  }
  return { rows: [row] }
}

const percent = (share) => Number((100 * share).toFixed(1))

/** Runs in the page, as below: the page's own keeper, for one of the workers. Both write down what a run writes down. */
function connectKeeper({ url, to }) {
  const keeper = new Worker(url, { type: 'module' })
  const { port1, port2 } = new MessageChannel()
  window.kept = 0
  keeper.onmessage = ({ data }) => {
    if (data.type === 'kept') window.kept++
  }
  keeper.postMessage({ type: 'open' })
  keeper.postMessage({ type: 'connect', to: 'run', port: port1 }, [port1])
  window[to].send({ type: 'keep-with', port: port2 }, [port2])
}

/** A run from its start in each worker, one after the other: milliseconds by the clock and of all cores, and those that went into writing. */
async function oneRound(page, { workers, steps, keepFirst }) {
  const result = {}
  for (const kind of keepFirst ? ['kept', 'plain'] : ['plain', 'kept']) {
    await page.evaluate(getReady, workers[kind])
    const before = await processorMs(page)
    const { checkpoints, ...times } = await page.evaluate(train, { as: workers[kind], steps })
    result[kind] = { ...times, processorMs: Math.round((await processorMs(page)) - before) }
    if (kind === 'kept') result.checkpoints = checkpoints
  }
  return result
}

/** Of all processes of the browser since they began. */
async function processorMs(page) {
  const session = await page.context().browser().newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0)
}

async function getReady(as) {
  const client = window[as]
  const evaluated = client.next(({ type }) => type === 'evaluation')
  const summarised = client.next(({ type }) => type === 'summary')
  await client.startOver()
  await evaluated
  await summarised
  // Whatever is still being written of the run before.
  await new Promise((resolve) => setTimeout(resolve, 2000))
}

/** The checkpoint of the pause at the end belongs to it. */
async function train({ as, steps }) {
  const client = window[as]
  const before = window.kept
  let writingMs = 0
  let isOver = false
  const listen = async () => {
    while (!isOver) writingMs += (await client.next(({ type }) => type === 'busy')).busy.spentMs.recording
  }
  void listen()
  const reached = client.step(steps)
  const startMs = performance.now()
  client.send({ type: 'train' })
  await reached
  const ms = Math.round(performance.now() - startMs)
  // Reports of what the worker is busy with come once a second.
  await new Promise((resolve) => setTimeout(resolve, 200))
  isOver = true
  client.send({ type: 'pause' })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return { ms, checkpoints: window.kept - before, writingMs: Math.round(writingMs) }
}
