/** All 10,000 test digits: how long it takes, and how long a frame and a pause wait meanwhile. */
import { median } from './lib.mjs'
import { everyShownTap, withWorker } from './workerClient.mjs'

export const title = 'Evaluation'

export async function measure({ repeats = 3, gpu = false, backend = 'wasm' } = {}) {
  return withWorker(
    async (page) => {
      const trained = await page.evaluate(trainSteps, 12)
      const quiet = []
      const watched = []
      for (let i = 0; i < repeats; i++) {
        quiet.push(await page.evaluate(evaluateAll, { names: [] }))
        watched.push(await page.evaluate(evaluateAll, { names: everyShownTap }))
      }
      const waits = watched.flatMap(({ waitsMs }) => waitsMs)
      const pauses = await page.evaluate(pauseDuringEvaluation, 10)
      return {
        backend,
        digits: 10_000,
        repeats,
        seconds: Number(median(quiet.map(({ seconds }) => seconds)).toFixed(2)),
        secondsFrom: Number(Math.min(...quiet.map(({ seconds }) => seconds)).toFixed(2)),
        msPerStep: Math.round(trained.msPerStep),
        frames: waits.length,
        frameWaitMs: Math.round(median(waits)),
        frameWaitMsMost: Math.round(Math.max(...waits)),
        pauseWaitMs: Math.round(median(pauses)),
        pauseWaitMsMost: Math.round(Math.max(...pauses)),
        secondsWithFrames: Number(median(watched.map(({ seconds }) => seconds)).toFixed(2)),
      }
    },
    { backend, gpu },
  )
}

/** Runs in the page, as all below. */
async function trainSteps(steps) {
  const { worker } = window
  const reached = worker.step(steps)
  worker.send({ type: 'train' })
  const { msPerStep } = await reached
  const paused = worker.status('paused')
  worker.send({ type: 'pause' })
  await paused
  return { msPerStep }
}

/** With `names`, somebody draws: a new digit is asked for every 50 ms while the evaluation is under way. */
async function evaluateAll({ names }) {
  const { worker } = window
  const waitsMs = []
  let isDone = false
  const watching = (async () => {
    while (!isDone && names.length > 0) {
      const imageHW = Float32Array.from({ length: 784 }, () => Math.random())
      const frame = worker.next(({ type }) => type === 'frame')
      const startMs = performance.now()
      worker.send({ type: 'watch', digit: { from: 'drawing', imageHW }, taps: names, dropoutKeep: 1 })
      worker.send({ type: 'want-frame' })
      await frame
      waitsMs.push(performance.now() - startMs)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const evaluated = worker.next(({ type }) => type === 'evaluation')
  const startMs = performance.now()
  worker.send({ type: 'evaluate' })
  const { evaluation } = await evaluated
  const seconds = (performance.now() - startMs) / 1000
  isDone = true
  await watching
  if (evaluation.n !== 10_000) throw new Error(`Evaluated ${evaluation.n} digits.`)
  return { seconds, waitsMs }
}

/** Trains and pauses again and again while one evaluation goes on: it comes first, and a pause must not wait for it. */
async function pauseDuringEvaluation(times) {
  const { worker } = window
  const waitsMs = []
  const evaluated = worker.next(({ type }) => type === 'evaluation')
  worker.send({ type: 'evaluate' })
  for (let i = 0; i < times; i++) {
    const training = worker.status('training')
    worker.send({ type: 'train' })
    await training
    await new Promise((resolve) => setTimeout(resolve, 37 * (i % 5)))
    const paused = worker.status('paused')
    const startMs = performance.now()
    worker.send({ type: 'pause' })
    await paused
    waitsMs.push(performance.now() - startMs)
  }
  await evaluated
  return waitsMs
}
