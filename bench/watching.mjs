/** What watching costs: training with ten frames a second of every tap, and without, in turns. */
import { median } from './lib.mjs'
import { everyShownTap, everyTap, withWorker } from './workerClient.mjs'

export const title = 'Watching'

export async function measure({ rounds = 6, steps = 40, gpu = false, backend = 'wasm' } = {}) {
  return withWorker(
    async (page) => {
      const rows = []
      for (const [taps, names] of [
        ['every tap that is shown', everyShownTap],
        ['every tap, weights of fc1 too', everyTap],
      ]) {
        const done = []
        for (let i = 0; i < rounds; i++) {
          done.push(await page.evaluate(oneRound, { names, steps, watchFirst: i % 2 === 1 }))
          console.log(`  ${taps}: ${JSON.stringify(done.at(-1))}`)
        }
        const costs = done.map(({ without, watched }) => watched.msPerStep / without.msPerStep - 1)
        const percent = (share) => Number((100 * share).toFixed(1))
        rows.push({
          taps,
          backend,
          rounds,
          stepsEach: steps,
          msPerStepWithout: Math.round(median(done.map(({ without }) => without.msPerStep))),
          msPerStepWatched: Math.round(median(done.map(({ watched }) => watched.msPerStep))),
          framesPerSecond: Number(median(done.map(({ watched }) => watched.framesPerSecond)).toFixed(1)),
          costPercent: percent(median(costs)),
          costPercentFrom: percent(Math.min(...costs)),
          costPercentTo: percent(Math.max(...costs)),
        })
      }
      return { rows }
    },
    { backend, gpu },
  )
}

/** Runs in the page: one run of a few steps, half of them watched. No evaluation falls into it (they come at 0 and 100). */
async function oneRound({ names, steps, watchFirst }) {
  const { worker } = window
  await worker.startOver()
  worker.send({ type: 'watch', digit: { from: 'test', index: 0 }, taps: names, dropoutKeep: 0.5 })
  const started = worker.step(4)
  worker.send({ type: 'train' })
  let { step } = await started
  const results = {}
  for (const kind of watchFirst ? ['watched', 'without'] : ['without', 'watched']) {
    const startMs = performance.now()
    const from = step
    let frames = 0
    // Ten wishes a second; the page asks again only when it has what it asked for.
    let isWaiting = false
    let before = null
    const timer = setInterval(async () => {
      if (isWaiting || kind === 'without') return
      isWaiting = true
      const frame = worker.next(({ type }) => type === 'frame')
      // As src/session/frames.ts does: the memory of large frames goes back.
      const spent = before?.byteLength >= 8 * 2 ** 20 ? before : undefined
      worker.send({ type: 'want-frame', spent }, spent && [spent])
      before = (await frame).values.buffer
      frames++
      isWaiting = false
    }, 100)
    // A report comes right after a step: time and step belong together.
    step = (await worker.step(from + steps)).step
    const tookMs = performance.now() - startMs
    clearInterval(timer)
    results[kind] = { msPerStep: tookMs / (step - from), framesPerSecond: (1000 * frames) / tookMs }
  }
  const paused = worker.status('paused')
  worker.send({ type: 'pause' })
  await paused
  return results
}
