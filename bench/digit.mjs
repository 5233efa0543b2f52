/** One digit through the network, read back: paused, as when drawing. From the wish in the page to the frame in the page. */
import { median } from './lib.mjs'
import { everyShownTap, everyTap, withWorker } from './workerClient.mjs'

export const title = 'One digit'

export async function measure({ digits = 200, gpu = false, backend = 'wasm' } = {}) {
  return withWorker(
    async (page) => {
      const rows = []
      for (const [taps, names] of [
        ['every tap that is shown', everyShownTap],
        ['every tap, weights of fc1 too', everyTap],
        ['the answer alone', ['softmax']],
      ]) {
        const { threads, times, megabytes } = await page.evaluate(timeDigits, { names, digits })
        const sorted = [...times].sort((one, other) => one - other)
        const at = (share) => Number(sorted[Math.floor(share * (sorted.length - 1))].toFixed(2))
        rows.push({
          taps,
          backend,
          threads,
          megabytes,
          ms: Number(median(times).toFixed(2)),
          ms95: at(0.95),
          msMost: at(1),
        })
      }
      const drawn = await page.evaluate(drawAt60Hz, { names: everyShownTap, seconds: 5 })
      return { rows: rows.map((row, i) => (i === 0 ? { ...row, ...drawn } : row)) }
    },
    { backend, gpu },
  )
}

/** Runs in the page. Each digit is another one, and the worker has nothing else to do. */
async function timeDigits({ names, digits }) {
  const { worker } = window
  const times = []
  let megabytes = 0
  for (let i = -5; i < digits; i++) {
    const imageHW = Float32Array.from({ length: 784 }, () => Math.random())
    const frame = worker.next(({ type }) => type === 'frame')
    const startMs = performance.now()
    worker.send({ type: 'watch', digit: { from: 'drawing', imageHW }, taps: names, dropoutKeep: 1 })
    worker.send({ type: 'want-frame' })
    const { values } = await frame
    if (i >= 0) times.push(performance.now() - startMs)
    megabytes = Number((values.byteLength / 1e6).toFixed(1))
  }
  return { threads: worker.threads, times, megabytes }
}

/** As the page does while somebody draws: a new image with each animation frame, the next wish when one was painted. */
async function drawAt60Hz({ names, seconds }) {
  const { worker } = window
  let painted = 0
  let drawn = 0
  let isDrawing = true
  const receive = (report) => {
    if (report.type !== 'frame' || !isDrawing) return false
    requestAnimationFrame(() => {
      painted++
      worker.send({ type: 'want-frame' })
    })
    return false
  }
  worker.next(receive)
  worker.send({ type: 'want-frame' })
  const startMs = performance.now()
  while (performance.now() - startMs < seconds * 1000) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    drawn++
    const imageHW = Float32Array.from({ length: 784 }, () => Math.random())
    worker.send({ type: 'watch', digit: { from: 'drawing', imageHW }, taps: names, dropoutKeep: 1 })
  }
  isDrawing = false
  const tookSeconds = (performance.now() - startMs) / 1000
  return {
    drawnPerSecond: Number((drawn / tookSeconds).toFixed(1)),
    shownPerSecond: Number((painted / tookSeconds).toFixed(1)),
  }
}
