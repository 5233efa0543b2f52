/** Where one of our WASM steps goes: the time of its phases, and of every kernel call within them. */
import * as tf from '@tensorflow/tfjs'
import { createTrainer, initialState } from '../../src/training/trainer.ts'
import { openBackend } from '../../src/worker/backends.ts'
import type { Contender } from './contender.ts'
import { batchesOf, loadTrainingSet, seed } from './feed.ts'

type Phase = 'feeding' | 'forward' | 'backward' | 'update' | 'read-back'
type Part = { readonly phase: Phase; readonly kernel: string; calls: number; ms: number }

export async function open(backend: string): Promise<Contender> {
  if (backend !== 'wasm') throw new Error('Kernels are timed where they compute before they return: on WASM.')
  const { threads } = await openBackend(backend, { gentle: false })
  const set = await loadTrainingSet()
  const batches = batchesOf(set)
  const trainer = createTrainer(initialState(seed))
  await trainer.step(batches.nextBatch())
  const clock = createClock()
  timeKernels(backend, clock)
  watchPhases(clock)
  let steps = 0
  const step = async () => {
    clock.enter('feeding')
    const batch = clock.time('next batch', batches.nextBatch, ({ labels }) => `of ${labels.length}`)
    await trainer.step(batch)
    clock.stop()
    steps += 1
  }
  await step()
  clock.reset()
  steps = 0
  return {
    prepared: { threads },
    async turn({ mostSteps, mostMs }) {
      const turnMs = performance.now()
      const before = steps
      do await step()
      while (steps - before < mostSteps && performance.now() - turnMs < mostMs)
      return { steps: steps - before, ms: performance.now() - turnMs }
    },
    finish: async () => ({ steps, ...clock.read() }),
  }
}

type Clock = ReturnType<typeof createClock>

/** Phases follow each other without a gap, so they add up to the whole. */
function createClock() {
  const phases = new Map<Phase, number>()
  const parts = new Map<string, Part>()
  let phase: Phase | null = null
  let sinceMs = 0
  let depth = 0
  const stop = () => {
    const nowMs = performance.now()
    if (phase) phases.set(phase, (phases.get(phase) ?? 0) + nowMs - sinceMs)
    phase = null
    sinceMs = nowMs
  }
  return {
    enter(next: Phase) {
      stop()
      phase = next
    },
    stop,
    /** Of a kernel that calls others, the outer one counts. */
    time<T>(kernel: string, run: () => T, titleOf: (result: T) => string): T {
      if (depth > 0 || phase === null) return run()
      const at = phase
      const startMs = performance.now()
      depth += 1
      try {
        const result = run()
        const ms = performance.now() - startMs
        const key = `${at}/${kernel} ${titleOf(result)}`
        const part = parts.get(key) ?? { phase: at, kernel: `${kernel} ${titleOf(result)}`, calls: 0, ms: 0 }
        part.calls += 1
        part.ms += ms
        parts.set(key, part)
        return result
      } finally {
        depth -= 1
      }
    },
    reset() {
      phases.clear()
      parts.clear()
    },
    read: () => ({ phases: Object.fromEntries(phases), parts: [...parts.values()] }),
  }
}

/** Puts a clock around every kernel of the backend, whoever registered it. */
function timeKernels(backendName: string, clock: Clock): void {
  for (const config of tf.getKernelsForBackend(backendName)) {
    const { kernelName, kernelFunc } = config
    tf.unregisterKernel(kernelName, backendName)
    tf.registerKernel({
      ...config,
      kernelFunc: (args) => clock.time(kernelName, () => kernelFunc(args), shapesOf),
    })
  }
}

function shapesOf(result: tf.TensorInfo | tf.TensorInfo[]): string {
  const infos = Array.isArray(result) ? result : [result]
  return [...new Set(infos.map(({ shape }) => shape.join('×') || '1'))].join(', ')
}

/**
 * tfjs names the two halves of a gradient when it opens their scopes. What comes after them is the update, until
 * something is read back.
 */
function watchPhases(clock: Clock): void {
  const engine = tf.engine()
  const tidy = engine.tidy.bind(engine)
  engine.tidy = (nameOrFunction, inner) => {
    const isHalf = nameOrFunction === 'forward' || nameOrFunction === 'backward'
    if (isHalf) clock.enter(nameOrFunction)
    const result = tidy(nameOrFunction, inner)
    // Between the halves tfjs looks for the operations to go back through.
    if (isHalf) clock.enter(nameOrFunction === 'forward' ? 'backward' : 'update')
    return result
  }
  const backend = tf.backend()
  const read = backend.read.bind(backend)
  backend.read = (dataId) => {
    clock.enter('read-back')
    return read(dataId)
  }
}
