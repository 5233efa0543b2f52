/** Our own step with batches of other sizes, on WASM with all threads. */
import { createTrainer, initialState } from '../../src/training/trainer.ts'
import { openBackend } from '../../src/worker/backends.ts'
import type { Contender } from './contender.ts'
import { batchesOf, loadTrainingSet, seed } from './feed.ts'

const sizes = [1, 5, 10, 25, 50, 100, 200, 500]

/** One turn answers with the milliseconds per step of every size. The limits of the turn are shared by the sizes. */
export async function open(backend: string): Promise<Contender> {
  if (backend !== 'wasm') throw new Error('Batch sizes are measured on WASM.')
  const { threads } = await openBackend(backend, { gentle: false })
  const set = await loadTrainingSet()
  const trainer = createTrainer(initialState(seed))
  const streams = sizes.map((size) => ({ size, batches: batchesOf(set, size) }))
  for (const { batches } of streams) await trainer.step(batches.nextBatch())
  return {
    prepared: { threads },
    async turn({ mostSteps, mostMs }) {
      const rows = []
      for (const { size, batches } of streams) {
        const startMs = performance.now()
        let steps = 0
        do {
          await trainer.step(batches.nextBatch())
          steps += 1
        } while (steps < mostSteps && performance.now() - startMs < mostMs / sizes.length)
        rows.push({ size, msPerStep: (performance.now() - startMs) / steps })
      }
      return rows
    },
    finish: async () => null,
  }
}
