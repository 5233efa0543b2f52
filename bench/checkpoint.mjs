/** What keeping costs: the same run in a worker that hands checkpoints and networks to the keeper and in one that keeps nothing, in turns. */
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
  return withWorker(
    async (page) => {
      await page.evaluate(connectKeeper, `assets/${script}`)
      const runs = []
      for (let i = 0; i < rounds; i++) {
        const done = await page.evaluate(oneRound, { steps, keepFirst: i % 2 === 1 })
        console.log(`  ${JSON.stringify(done)}`)
        runs.push(done)
      }
      const costs = runs.map(({ kept, plain }) => kept.ms / plain.ms - 1)
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
        // By the worker's own account: what it spends on writing down and keeping, less what it spends on writing down alone.
        ownTimePercent: percent(median(shares)),
      }
      return { rows: [row] }
    },
    { backend, gpu, keeps: true, second: 'faltwerk' },
  )
}

const percent = (share) => Number((100 * share).toFixed(1))

/** Runs in the page, as below: the page's own keeper, for the first worker alone. Both write down what a run writes down. */
function connectKeeper(url) {
  const keeper = new Worker(url, { type: 'module' })
  const { port1, port2 } = new MessageChannel()
  window.kept = 0
  keeper.onmessage = ({ data }) => {
    if (data.type === 'kept') window.kept++
  }
  keeper.postMessage({ type: 'open' })
  keeper.postMessage({ type: 'connect', to: 'run', port: port1 }, [port1])
  window.worker.send({ type: 'keep-with', port: port2 }, [port2])
}

/** A run from its start in each worker, one after the other: milliseconds, and those that went into writing. */
async function oneRound({ steps, keepFirst }) {
  const result = { kept: null, plain: null, checkpoints: 0 }
  const order = keepFirst ? ['kept', 'plain'] : ['plain', 'kept']
  for (const kind of order) {
    const client = kind === 'kept' ? window.worker : window.second
    const evaluated = client.next(({ type }) => type === 'evaluation')
    const summarised = client.next(({ type }) => type === 'summary')
    await client.startOver()
    await evaluated
    await summarised
    // Whatever is still being written of the run before.
    await new Promise((resolve) => setTimeout(resolve, 2000))
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
    const ms = performance.now() - startMs
    result[kind] = { ms: Math.round(ms), writingMs: 0 }
    if (kind === 'kept') result.checkpoints = window.kept - before
    // Reports of what the worker is busy with come once a second.
    await new Promise((resolve) => setTimeout(resolve, 200))
    isOver = true
    client.send({ type: 'pause' })
    result[kind].writingMs = Math.round(writingMs)
    await new Promise((resolve) => setTimeout(resolve, 3000))
  }
  return result
}
