/** What a trial worker does: sets one backend up and times tiny training steps on it. Ended from outside. */
import { zeroParameters } from '../network/parameters.ts'
import { pixelCount, training } from '../network/spec.ts'
import { type Batch, createTrainer } from '../training/trainer.ts'
import { openBackend } from './backends.ts'
import { msPerImageAt, type TimedBatch } from './ranking.ts'
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

async function measure({ backend, gentle, msPerImageToBeat }: TrialCommand): Promise<void> {
  const { threads } = await openBackend(backend, { gentle })
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
  const small = await time(smallBatch)
  // Even if everything measured were fixed cost, it would lose: do not keep the machine busy any longer.
  const hopeless = small.ms / training.batchSize > msPerImageToBeat
  const first = msPerImageAt(training.batchSize, small, null)
  report({ type: 'measured', msPerImage: first, threads, last: hopeless })
  if (hopeless) return
  const larger = await time(largerBatch)
  const better = msPerImageAt(training.batchSize, small, larger)
  report({ type: 'measured', msPerImage: better, threads, last: true })
}

export function serveTrials(): void {
  self.onmessage = ({ data }: MessageEvent<TrialCommand>) => {
    measure(data).catch((error: unknown) =>
      report({ type: 'unavailable', reason: error instanceof Error ? error.message : String(error) }),
    )
  }
  report({ type: 'loaded' })
}
