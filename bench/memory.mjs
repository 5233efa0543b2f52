/** Memory over a run: tensors, and bytes counted from the inside and from the outside. */
import { readdirSync, readFileSync } from 'node:fs'
import { withWorker } from './workerClient.mjs'

export const title = 'Memory'

/**
 * - `tensors`, `tensorMB`: what tfjs counts in the worker
 * - `wasmMB`: all memories of WebAssembly in the worker, as large as they have grown
 * - `processMB`: what the page's process (page, worker, threads, digits, WebAssembly) holds of real memory (Linux: Pss),
 *   and `processPeakMB` the most it ever held (VmHWM)
 */
export async function measure({ steps = 1000, gpu = false, backend = 'wasm' } = {}) {
  return withWorker(
    async (page) => {
      const rows = []
      const marks = [1, 100, 300, 1000, 2000, 3000].filter((mark) => mark <= steps)
      for (const mark of marks) {
        await page.evaluate(trainTo, mark)
        rows.push({ steps: mark, ...(await inside(page)), ...outside() })
        console.log(`  ${JSON.stringify(rows.at(-1))}`)
      }
      return { rows }
    },
    { backend, gpu, prepare: noteWasmMemories },
  )
}

/** Runs in the page: trains with ten frames a second, as a visitor sees it, and pauses at the step. */
async function trainTo(step) {
  const { worker } = window
  worker.send({
    type: 'watch',
    digit: { from: 'test', index: 0 },
    taps: ['conv1', 'conv2', 'softmax'],
    dropoutKeep: 1,
  })
  const timer = setInterval(() => worker.send({ type: 'want-frame' }), 100)
  const reached = worker.step(step)
  worker.send({ type: 'train' })
  await reached
  const paused = worker.status('paused')
  worker.send({ type: 'pause' })
  await paused
  clearInterval(timer)
}

/** Comes before the worker's own code: keeps a list of the memories its WebAssembly gets. */
const keepMemories = `{
  self.wasmMemories = new Set()
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct(target, all, self) {
      const memory = Reflect.construct(target, all, self)
      wasmMemories.add(memory)
      return memory
    },
  })
  const { instantiate } = WebAssembly
  const keepExported = (result) => {
    for (const value of Object.values((result.instance ?? result).exports))
      if (value?.buffer && typeof value.grow === 'function') wasmMemories.add(value)
    return result
  }
  WebAssembly.instantiate = (...all) => instantiate.apply(WebAssembly, all).then(keepExported)
}
`

async function noteWasmMemories(page, script) {
  await page.route(`**/assets/${script}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: keepMemories + (await response.text()) })
  })
}

/** Threads sleep in their own code and cannot be asked; the worker of the run can. */
async function inside(page) {
  const [run] = page.workers().filter((worker) => worker.url().includes('/assets/main-'))
  const { numTensors, numBytes, wasmBytes } = await run.evaluate(() => {
    const { state } = self._tfengine // tfjs keeps its engine here
    const sizes = [...self.wasmMemories].map(({ buffer }) => buffer.byteLength)
    return {
      numTensors: state.numTensors,
      numBytes: state.numBytes,
      wasmBytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    }
  })
  return { tensors: numTensors, tensorMB: megabytes(numBytes), wasmMB: megabytes(wasmBytes) }
}

/** Of our own browser's renderers the one with the largest peak is the page's: another one is spare. */
function outside() {
  if (process.platform !== 'linux') return {}
  const renderers = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurRenderer(Number(name)))
    .map((pid) => ({
      nowKB: field(`/proc/${pid}/smaps_rollup`, 'Pss'),
      peakKB: field(`/proc/${pid}/status`, 'VmHWM'),
    }))
  const ours = renderers.toSorted((one, other) => other.peakKB - one.peakKB)[0]
  return { processMB: megabytes(1024 * ours.nowKB), processPeakMB: megabytes(1024 * ours.peakKB) }
}

function isOurRenderer(pid) {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return false
    let ancestor = pid
    while (ancestor > 1 && ancestor !== process.pid) ancestor = field(`/proc/${ancestor}/status`, 'PPid')
    return ancestor === process.pid
  } catch {
    return false // It has ended meanwhile.
  }
}

function field(path, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(path, 'utf8'))?.[1] ?? Number.NaN)
}

const megabytes = (bytes) => Math.round(bytes / 1e6)
