/** What recording costs: the same steps in a worker that writes everything down and in one that does not, in turns of ten. */
import { median } from './lib.mjs'
import { withWorker } from './workerClient.mjs'

export const title = 'Recording'

export async function measure({ rounds = 6, gpu = false, backend = 'wasm' } = {}) {
  return withWorker(
    async (page) => {
      await page.evaluate(fewTestDigits)
      const blocks = { 'the first 100': [], 'the next 100': [] }
      for (let i = 0; i < rounds; i++) {
        const done = await page.evaluate(oneRound, { recordFirst: i % 2 === 1 })
        console.log(`  ${JSON.stringify(done)}`)
        for (const [at, block] of Object.values(blocks).entries()) block.push(done[at])
      }
      const rows = Object.entries(blocks).map(([steps, times]) => {
        const costs = times.map(({ recorded, plain }) => recorded / plain - 1)
        return {
          steps,
          backend,
          rounds,
          msPerStepWithout: Number((median(times.map(({ plain }) => plain)) / 100).toFixed(1)),
          msPerStepRecorded: Number((median(times.map(({ recorded }) => recorded)) / 100).toFixed(1)),
          costPercent: percent(median(costs)),
          costPercentFrom: percent(Math.min(...costs)),
          costPercentTo: percent(Math.max(...costs)),
        }
      })
      return { rows }
    },
    { backend, gpu, second: 'faltwerk-unrecorded' },
  )
}

const percent = (share) => Number((100 * share).toFixed(1))

/** Runs in the page, as all below: MNIST again, but with 50 test digits, so that an evaluation takes as long as a step. */
async function fewTestDigits() {
  const { mnistUrl } = window.worker
  const bytesOf = async (name) => {
    const { body } = await fetch(`${mnistUrl}${name}.gz`)
    return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
  }
  // IDX: the count stands in bytes 4 to 7.
  const shortened = (bytes, length) => {
    const few = bytes.slice(0, length)
    new DataView(few.buffer).setUint32(4, 50)
    return few
  }
  const files = [
    new File([await bytesOf('train-images-idx3-ubyte')], 'train-images'),
    new File([await bytesOf('train-labels-idx1-ubyte')], 'train-labels'),
    new File([shortened(await bytesOf('t10k-images-idx3-ubyte'), 16 + 50 * 784)], 't10k-images'),
    new File([shortened(await bytesOf('t10k-labels-idx1-ubyte'), 8 + 50)], 't10k-labels'),
  ]
  for (const worker of [window.worker, window.second]) {
    const loaded = worker.next(({ type }) => type === 'loaded' || type === 'load-failed')
    worker.send({ type: 'load-data', request: { kind: 'files', files } })
    const { info } = await loaded
    if (info?.test !== 50) throw new Error('The shortened test set was not taken.')
  }
}

/** Both runs from their start to step 100, and on to step 200: milliseconds of each. */
async function oneRound({ recordFirst }) {
  const clients = [
    { kind: 'recorded', client: window.worker },
    { kind: 'plain', client: window.second },
  ]
  if (!recordFirst) clients.reverse()
  for (const { kind, client } of clients) {
    const evaluated = client.next(({ type }) => type === 'evaluation')
    const summarised = kind === 'recorded' ? client.next(({ type }) => type === 'summary') : null
    await client.startOver()
    await evaluated
    await summarised
  }
  const blocks = []
  for (let step = 0; step < 200; step += 10) {
    if (step % 100 === 0) blocks.push({ recorded: 0, plain: 0 })
    // So few steps in turn that other work on the machine slows both of them down.
    for (const { kind, client } of clients) {
      const reached = client.next((report) => report.type === 'status' && report.step === step + 10)
      // It comes last of all that belongs to a step.
      const isMeasured = (step + 10) % 100 === 0
      const evaluated = isMeasured ? client.next(({ type }) => type === 'evaluation') : null
      const startMs = performance.now()
      for (let i = 0; i < 10; i++) client.send({ type: 'one-step' })
      await reached
      await evaluated
      blocks.at(-1)[kind] += performance.now() - startMs
    }
  }
  return blocks.map(({ recorded, plain }) => ({ recorded: Math.round(recorded), plain: Math.round(plain) }))
}
