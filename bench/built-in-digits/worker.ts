/** Trains as the page does, on the project's own digits, and asks MNIST for the verdict. */
import { createBatches } from '../../src/data/batches.ts'
import { loadMnist } from '../../src/data/mnist.ts'
import { type LabelledImages, sliceOf } from '../../src/data/sets.ts'
import { makeBuiltIn } from '../../src/data/sources.ts'
import { wilsonInterval } from '../../src/math/wilson.ts'
import { training } from '../../src/network/spec.ts'
import { train } from '../../src/training/train.ts'
import { createTrainer, initialState, type Trainer } from '../../src/training/trainer.ts'
import { openBackend } from '../../src/worker/backends.ts'

const sliceSize = 250
const say = (text: string) => self.postMessage({ type: 'text', text })

self.onmessage = async ({ data: { seed, steps } }: MessageEvent<{ seed: number; steps: number }>) => {
  const signal = new AbortController().signal
  const startedMs = performance.now()
  const builtIn = await makeBuiltIn(() => {}, signal)
  const writingSeconds = (performance.now() - startedMs) / 1000
  const mnist = await loadMnist(`${self.location.origin}/bench-mnist/`, () => {}, signal)
  if (!mnist) throw new Error('MNIST is not there.')
  const { name, threads } = await openBackend('wasm', { gentle: false })
  const trainer = createTrainer(initialState(seed))
  const batches = createBatches(builtIn.splits.train, training.batchSize, { seed, imagesDrawn: 0 })
  const trainingMs = performance.now()
  for await (const { record } of train(trainer, batches.nextBatch, { stepLimit: steps })) {
    const { step, loss } = record
    if (step % 500 === 0) {
      const { accuracy } = await verdict(trainer, sliceOf(mnist.splits.test, 0, 2000))
      say(`step ${step}: loss ${loss.toFixed(3)}, ${(100 * accuracy).toFixed(1)} % of 2,000 MNIST digits`)
    }
  }
  const trainingSeconds = (performance.now() - trainingMs) / 1000
  const own = await verdict(trainer, builtIn.splits.test)
  const real = await verdict(trainer, mnist.splits.test)
  const [low, high] = wilsonInterval(real.correct, real.n)
  self.postMessage({
    type: 'result',
    result: {
      seed,
      steps,
      backend: name,
      threads,
      builtInDigitsWritten: builtIn.splits.train.labels.length,
      writingSeconds: Number(writingSeconds.toFixed(1)),
      trainingSeconds: Math.round(trainingSeconds),
      accuracyOnBuiltInTest: own.accuracy,
      accuracyOnMnistTest: real.accuracy,
      mnistTestDigits: real.n,
      interval95: `${low.toFixed(4)}–${high.toFixed(4)}`,
      accuracyByDigit: real.byDigit.map((share) => share.toFixed(3)).join(' '),
    },
  })
}

async function verdict(trainer: Trainer, set: LabelledImages) {
  const n = set.labels.length
  const right = new Array<number>(10).fill(0)
  const all = new Array<number>(10).fill(0)
  for (let from = 0; from < n; from += sliceSize) {
    const slice = sliceOf(set, from, Math.min(n, from + sliceSize))
    const { answers } = await trainer.evaluate(slice.imagesNHW, slice.labels)
    slice.labels.forEach((label, i) => {
      all[label] += 1
      if (answers[i] === label) right[label] += 1
    })
  }
  const correct = right.reduce((sum, count) => sum + count, 0)
  return { n, correct, accuracy: correct / n, byDigit: right.map((count, digit) => count / all[digit]) }
}
