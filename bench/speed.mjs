/** Milliseconds of one training step: the page, other libraries at the same work, and what the machine could do, in turns. */
import { chromium } from '@playwright/test'
import { launchOptions, mnistFolder, withServer } from './lib.mjs'
import { openOther } from './speed/others.mjs'
import { openOurs } from './speed/ours.mjs'
import { compileProduct } from './speed/product.mjs'
import {
  batchSizeTable,
  bestRate,
  kernelTable,
  limitTable,
  stepGflop,
  trainingTable,
} from './speed/report.mjs'
import { digits, takeTurns } from './speed/rounds.mjs'
import { requireOnnx, withSources } from './speed/sources.mjs'

export const title = 'Speed of training'

/** Of one turn. Where one step takes longer, it is one step. */
const limits = { mostSteps: 100, mostMs: 1500 }

export async function measure({ gpu = false, rounds = 9 } = {}) {
  const mnist = mnistFolder()
  if (!mnist) throw new Error('MNIST is not there: npm run data, or set FALTWERK_MNIST.')
  const binaries = {
    'plain.wasm': await compileProduct('plain'),
    'relaxed.wasm': await compileProduct('relaxed'),
  }
  const startMs = Date.now()
  const say = (text) => console.log(`  ${Math.round((Date.now() - startMs) / 1000)} s  ${text}`)
  const browser = await chromium.launch(await launchOptions({ flags: ['--enable-unsafe-webgpu'], gpu }))
  try {
    const contenders = await withServer((page) =>
      withSources(
        (sources) => takeTurns(entriesFor({ browser, page, sources }), { ...limits, rounds, say }),
        {
          mnist,
          binaries,
        },
      ),
    )
    return { rounds, gpu, minutes: digits((Date.now() - startMs) / 60_000), tables: tablesOf(contenders) }
  } finally {
    await browser.close()
  }
}

/** Those that train are told apart by `trainer`, the others by `subject`. */
function entriesFor({ browser, page, sources }) {
  const ours = (backend, options = {}) => ({
    title: `Faltwerk on ${backend}${options.isIsolated === false ? ', one thread' : ''}`,
    trainer: 'Faltwerk',
    backend,
    open: () => openOurs(browser, page, { backend, ...options }),
  })
  const other = (trainer, name, backend, requireIt = () => {}) => ({
    title: `${trainer} on ${backend}`,
    trainer,
    backend,
    async open() {
      requireIt()
      return openOther(browser, sources, { name, backend })
    },
  })
  const subject = (name, backend) => ({
    title: `${name} on ${backend}`,
    subject: name,
    backend,
    open: () => openOther(browser, sources, { name, backend }),
  })
  return [
    subject('reference', 'math/'),
    subject('limit', 'wasm'),
    ours('wasm'),
    subject('kernels', 'wasm'),
    ours('wasm', { isIsolated: false }),
    subject('batch-sizes', 'wasm'),
    other('tfjs, the missing kernel added', 'tfjs', 'wasm'),
    other('ONNX Runtime, gradients written by hand', 'onnx', 'wasm', requireOnnx),
    ours('webgl'),
    other('tfjs', 'tfjs', 'webgl'),
    subject('limit', 'webgpu'),
    ours('webgpu'),
    other('tfjs', 'tfjs', 'webgpu'),
    other('jax-js', 'jax', 'webgpu'),
    other('jax-js', 'jax', 'wasm'),
    other('ConvNetJS', 'convnet', 'JavaScript'),
    ours('cpu'),
    other('tfjs', 'tfjs', 'cpu'),
  ]
}

function tablesOf(contenders) {
  const about = (name) => contenders.filter(({ subject }) => subject === name)
  const trainers = contenders.filter(({ trainer }) => trainer)
  const rate = bestRate(about('limit'), 'wasm')
  const ours = trainingTable(trainers).find((row) => row.trainer === 'Faltwerk' && row.backend === 'wasm')
  const limitMs = (1000 * stepGflop) / rate
  const ratio =
    ours?.msPerStep && rate
      ? ` The page's step on WASM takes ${digits(ours.msPerStep / limitMs)} times that.`
      : ''
  return [
    {
      title: 'One training step',
      note: 'Batch 50, by the clock, batch preparation and optimizer included; median and quartiles of the turns.',
      rows: trainingTable(trainers, about('reference')[0]?.prepared),
    },
    {
      title: 'The limit',
      note: `The best matrix product found. At ${rate} GFLOP/s a step of ${stepGflop} GFLOP takes ${digits(limitMs)} ms.${ratio}`,
      rows: limitTable(about('limit')),
    },
    {
      title: 'Where a step on WASM goes',
      note: 'All threads, with a clock around every kernel; means of the middle half of the steps, so that the parts add up.',
      rows: kernelTable(about('kernels')[0]),
    },
    {
      title: 'Batch sizes',
      note: 'The same trainer on WASM with all threads.',
      rows: batchSizeTable(about('batch-sizes')[0]),
    },
  ]
}
