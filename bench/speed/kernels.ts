/** Where one of our WASM steps goes: the time of its phases, and of every kernel call within them. */
import * as tf from '@tensorflow/tfjs'
import { createTrainer, initialState } from '../../src/training/trainer.ts'
import { openBackend } from '../../src/worker/backends.ts'
import type { Contender } from './contender.ts'
import { batchesOf, loadTrainingSet, seed } from './feed.ts'

type Phase = 'feeding' | 'forward' | 'backward' | 'update' | 'read-back'
/** Milliseconds and calls of one kernel, told apart by the shape of its result. */
type Part = { readonly phase: Phase; readonly kernel: string; calls: number; ms: number }
type Step = { readonly ms: number; readonly phases: Map<Phase, number>; readonly parts: Map<string, Part> }

export async function open(backend: string): Promise<Contender> {
  if (backend !== 'wasm') throw new Error('Kernels are timed where they compute before they return: on WASM.')
  const { threads } = await openBackend(backend, { gentle: false })
  const batches = batchesOf(await loadTrainingSet())
  const trainer = createTrainer(initialState(seed))
  await trainer.step(batches.nextBatch())
  const clock = createClock()
  timeKernels(backend, clock)
  watchPhases(clock)
  const step = async () => {
    clock.enter('feeding')
    const batch = clock.time('next batch', batches.nextBatch, ({ labels }) => `of ${labels.length}`)
    await trainer.step(batch)
    return clock.stop()
  }
  await step()
  const steps: Step[] = []
  return {
    prepared: { threads },
    async turn({ mostSteps, mostMs }) {
      const turnMs = performance.now()
      let done = 0
      do {
        steps.push(await step())
        done += 1
      } while (done < mostSteps && performance.now() - turnMs < mostMs)
      return { steps: done, ms: performance.now() - turnMs }
    },
    finish: async () => summary(steps),
  }
}

/** Of the middle half of the steps, which nothing from outside has held up. Sums, so that the parts add up. */
function summary(steps: readonly Step[]) {
  const sorted = [...steps].sort((a, b) => a.ms - b.ms)
  const quarter = Math.floor(sorted.length / 4)
  const middle = sorted.slice(quarter, sorted.length - quarter)
  const phases: Partial<Record<Phase, number>> = {}
  const parts = new Map<string, Part>()
  for (const step of middle) {
    for (const [phase, ms] of step.phases) phases[phase] = (phases[phase] ?? 0) + ms
    for (const [key, part] of step.parts) {
      const sum = parts.get(key) ?? { ...part, calls: 0, ms: 0 }
      sum.calls += part.calls
      sum.ms += part.ms
      parts.set(key, sum)
    }
  }
  return { steps: middle.length, phases, parts: [...parts.values()] }
}

type Clock = ReturnType<typeof createClock>

/** Phases follow each other without a gap, so they add up to the whole. */
function createClock() {
  let phases = new Map<Phase, number>()
  let parts = new Map<string, Part>()
  let phase: Phase | null = null
  let sinceMs = 0
  let isInKernel = false
  const leave = () => {
    const nowMs = performance.now()
    if (phase) phases.set(phase, (phases.get(phase) ?? 0) + nowMs - sinceMs)
    phase = null
    sinceMs = nowMs
  }
  return {
    enter(next: Phase) {
      leave()
      phase = next
    },
    stop(): Step {
      leave()
      const step = { ms: [...phases.values()].reduce((sum, ms) => sum + ms, 0), phases, parts }
      phases = new Map()
      parts = new Map()
      return step
    },
    /** Of a kernel that calls others, the outer one counts. */
    time<T>(kernel: string, run: () => T, titleOf: (result: T) => string): T {
      if (isInKernel || phase === null) return run()
      const at = phase
      const startMs = performance.now()
      isInKernel = true
      try {
        const result = run()
        const ms = performance.now() - startMs
        const title = `${kernel} ${titleOf(result)}`
        const part = parts.get(`${at}/${title}`) ?? { phase: at, kernel: title, calls: 0, ms: 0 }
        part.calls += 1
        part.ms += ms
        parts.set(`${at}/${title}`, part)
        return result
      } finally {
        isInKernel = false
      }
    },
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
