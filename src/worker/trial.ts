/** What a trial worker does: sets one backend up and times tiny training steps on it. Ended from outside. */
import * as tf from '@tensorflow/tfjs'
import { zeroParameters } from '../network/parameters.ts'
import { pixelCount, training } from '../network/spec.ts'
import { type Batch, createTrainer } from '../training/trainer.ts'
import { openBackend } from './backends.ts'
import { cannotWin, msPerImageAt, productSide, type TimedBatch } from './ranking.ts'
import type { TrialCommand, TrialReport } from './trialMessages.ts'

const smallBatch = 2
const largerBatch = 10

function report(message: TrialReport): void {
  self.postMessage(message)
}

/** Pictures of nothing in particular: the time of a step does not depend on what they show. */
function someBatch(batchSize: number): Batch {
  return {
    imagesNHW: Float32Array.from({ length: batchSize * pixelCount }, (_, i) => (i % 7) / 7),
    labels: Uint8Array.from({ length: batchSize }, (_, i) => i % 10),
  }
}

/**
 * Milliseconds per image on tfjs's current backend, from tiny steps. `tell` hears of the first result, which counts all
 * cost per image, before the second step makes it better; with `true` from it, the second step is left out.
 */
async function timeTrainer(tell: (msPerImage: number, smallMs: number) => boolean): Promise<number> {
  // Weights of 0 take as long as any others, and nobody has to draw three million random numbers first.
  const trainer = createTrainer({
    step: 0,
    parameters: zeroParameters(),
    firstMoments: zeroParameters(),
    secondMoments: zeroParameters(),
    dropout: [1, 2, 3, 4],
  })
  /** The first step compiles shaders and touches memory for the first time; the second is like all others. */
  const time = async (batchSize: number): Promise<TimedBatch> => {
    const batch = someBatch(batchSize)
    await trainer.step(batch)
    const startMs = performance.now()
    await trainer.step(batch)
    return { batchSize, ms: performance.now() - startMs }
  }
  try {
    const small = await time(smallBatch)
    const first = msPerImageAt(training.batchSize, small, null)
    if (tell(first, small.ms)) return first
    return msPerImageAt(training.batchSize, small, await time(largerBatch))
  } finally {
    trainer.dispose()
  }
}

/** Milliseconds per image of the backend that is open in this worker. */
export function timeSteps(): Promise<number> {
  return timeTrainer(() => false)
}

/**
 * Milliseconds of a matrix product, read back; the first one, which compiles the shader, does not count. Throws if the
 * product is wrong: a shader that does not compile leaves zeros, and says nothing.
 */
async function timeProduct(): Promise<number> {
  const time = async () => {
    const startMs = performance.now()
    const corner = tf.tidy(() => {
      const ones = tf.ones<tf.Rank.R2>([productSide, productSide])
      return tf.slice(tf.matMul(ones, ones), [0, 0], [1, 1])
    })
    const [sum] = await corner.data()
    corner.dispose()
    if (sum !== productSide) throw new Error(`${productSide} ones add up to ${sum} here`)
    return performance.now() - startMs
  }
  await time()
  return time()
}

async function measure({ backend, gentle, msPerImageToBeat }: TrialCommand): Promise<void> {
  const { threads } = await openBackend(backend, { gentle })
  if (cannotWin(await timeProduct(), msPerImageToBeat)) {
    report({ type: 'too-slow' })
    return
  }
  let hopeless = false
  const msPerImage = await timeTrainer((first, smallMs) => {
    // Even if everything measured were fixed cost, it would lose: do not keep the machine busy any longer.
    hopeless = smallMs / training.batchSize > msPerImageToBeat
    report({ type: 'measured', msPerImage: first, threads, last: hopeless })
    return hopeless
  })
  if (!hopeless) report({ type: 'measured', msPerImage, threads, last: true })
}

export function serveTrials(): void {
  self.onmessage = ({ data }: MessageEvent<TrialCommand>) => {
    measure(data).catch((error: unknown) =>
      report({ type: 'unavailable', reason: error instanceof Error ? error.message : String(error) }),
    )
  }
  report({ type: 'loaded' })
}
