/** Runs inside the browser page: computes on a tfjs backend and compares with the plain reference. */
import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import wasmThreaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import { registerKernels } from '../../src/kernels/register.ts'
import { type OpenKernels, openKernels } from '../../src/kernels/wasm/open.ts'
import { adamUpdate } from '../../src/math/adam.ts'
import { dropoutMask } from '../../src/math/dropout.ts'
import * as math from '../../src/math/network.ts'
import { createRandom, derive, uniform } from '../../src/math/random.ts'
import { initialParameters, parameterRecord } from '../../src/network/parameters.ts'
import { type ParameterName, parameterNames, tapShapes, training } from '../../src/network/spec.ts'
import type { TrainerState } from '../../src/protocol/checkpoint.ts'
import type { StepTrace } from '../../src/protocol/record.ts'
import { type Batch, lossAndGradients } from '../../src/training/gradients.ts'
import { meanCrossEntropy } from '../../src/training/loss.ts'
import { createTrainer, initialState, type Trainer } from '../../src/training/trainer.ts'
import { dissectionErrors, slopeErrors, slowStepDifferences } from '../fixtures/dissection.ts'
import { relativeDistance } from '../fixtures/distance.ts'
import { frameSumErrors } from '../fixtures/frameSums.ts'
import { keptFrameErrors } from '../fixtures/keptFrames.ts'
import { listeningErrors } from '../fixtures/listening.ts'
import { recordedRun } from '../fixtures/recording.ts'
import { mismatchesWithGraph } from '../fixtures/tracedNodes.ts'
import { compareKernels } from './kernel-cases.ts'

export type Errors = Record<string, number>

let kernels: OpenKernels | null = null

async function open(backend: string, threads: number): Promise<string> {
  if (backend === 'wasm') {
    const wasm = await import('@tensorflow/tfjs-backend-wasm')
    wasm.setWasmPaths({
      'tfjs-backend-wasm.wasm': wasmPlain,
      'tfjs-backend-wasm-simd.wasm': wasmSimd,
      'tfjs-backend-wasm-threaded-simd.wasm': wasmThreaded,
    })
    wasm.setThreadsCount(1)
  }
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu')
  if (!(await tf.setBackend(backend))) throw new Error(`The backend ${backend} could not be started.`)
  await tf.ready()
  registerKernels(backend)
  // No threads stands for a browser without SIMD, where tfjs's own kernels must do.
  if (backend === 'wasm' && threads > 0) {
    kernels = await openKernels(tf.backend() as BackendWasm, threads)
    if (kernels?.threads !== threads) throw new Error(`The kernels have ${kernels?.threads} threads.`)
  }
  return tf.getBackend()
}

/** Ends the backend and starts it anew with other threads, as a change of backend in the middle of a run does. */
async function reopen(backend: string, threads: number): Promise<void> {
  const factory = tf.findBackendFactory(backend)
  kernels?.close()
  await tf.setBackend('cpu')
  tf.removeBackend(backend)
  tf.registerBackend(backend, factory)
  await open(backend, threads)
}

/** Loss and all eight gradients of three images with a fixed mask, against the reference in double precision. */
async function gradientErrors(): Promise<Errors> {
  const batch = randomBatch(3, 11)
  const parameters = initialParameters(5)
  const mask = dropoutMask(3 * 1024, 0.5, createRandom(derive(5, 'mask')))
  const expected = math.lossAndGradients(
    doubles(parameters),
    { imagesNHW: Float64Array.from(batch.imagesNHW), labels: batch.labels },
    { sizes: math.deepMnistSizes, mask: Float64Array.from(mask) },
  )
  const tensors = parameterRecord((name) => tf.tensor(parameters[name], [...tapShapes[name]]))
  const { logits, gradients } = lossAndGradients(tensors, batch, mask)
  const loss = tf.tidy(() =>
    meanCrossEntropy(logits, tf.oneHot(tf.tensor1d(batch.labels, 'int32'), 10).toFloat()),
  )
  const errors: Errors = {
    loss: Math.abs((await loss.data())[0]! - expected.loss) / expected.loss,
    logits: relativeDistance(await logits.data(), expected.logits),
  }
  for (const name of parameterNames) {
    errors[name] = relativeDistance(await gradients[name].data(), expected.gradients[name])
  }
  tf.dispose([tensors, { logits, loss }, gradients])
  return errors
}

/** One whole update of the trainer against the reference's gradients and Adam. */
async function stepErrors(): Promise<Errors> {
  const start = initialState(2)
  const batch = randomBatch(2, 12)
  const mask = dropoutMask(2 * 1024, training.keepProbability, createRandom(start.dropout))
  const expected = math.lossAndGradients(start.parameters, batch, { sizes: math.deepMnistSizes, mask })
  const trainer = createTrainer(start)
  const { loss } = await trainer.step(batch)
  const state = await trainer.read()
  trainer.dispose()
  const errors: Errors = { loss: Math.abs(loss - expected.loss) / expected.loss }
  for (const name of parameterNames) {
    const m = start.firstMoments[name].slice()
    const v = start.secondMoments[name].slice()
    const newW = start.parameters[name].slice()
    adamUpdate({ w: start.parameters[name], m, v }, expected.gradients[name], { ...training, t: 1, newW })
    errors[`${name} m`] = relativeDistance(state.firstMoments[name], m)
    errors[`${name} v`] = relativeDistance(state.secondMoments[name], v)
    errors[`${name} w`] = wrongMoves(start.parameters[name], state.parameters[name], newW)
  }
  return errors
}

/**
 * The share of weights that moved by something else than they should. The first step of Adam is η times the sign of
 * the gradient, so a gradient that is all but zero may go either way: a few are allowed, by the test, to differ.
 */
function wrongMoves(before: Float32Array, actual: Float32Array, expected: Float32Array): number {
  let wrong = 0
  for (let at = 0; at < before.length; at++) {
    if (Math.abs(actual[at]! - expected[at]!) > 0.02 * training.learningRate) wrong++
  }
  return wrong / before.length
}

/** A hash of everything training has made after `steps` updates: equal hashes, equal bits. */
async function stateHash(steps: number): Promise<string> {
  const trainer = createTrainer(initialState(3))
  for (let step = 0; step < steps; step++) await trainer.step(randomBatch(12, step))
  const state = await trainer.read()
  trainer.dispose()
  const parts = parameterNames.flatMap((name) => [
    state.parameters[name],
    state.firstMoments[name],
    state.secondMoments[name],
  ])
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(parts as BlobPart[]).arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Trains twice from one seed, and once with a checkpoint between: names what is not equal bit for bit. */
async function differencesBetweenRuns(steps: number): Promise<string[]> {
  const batches = Array.from({ length: steps }, (_, at) => randomBatch(10, at))
  const run = async (start: TrainerState, from: number, to: number) => {
    const trainer = createTrainer(start)
    for (const batch of batches.slice(from, to)) await trainer.step(batch)
    const state = await trainer.read()
    trainer.dispose()
    return state
  }
  const half = Math.floor(steps / 2)
  const first = await run(initialState(0), 0, steps)
  const second = await run(initialState(0), 0, steps)
  const resumed = await run(structuredClone(await run(initialState(0), 0, half)), half, steps)
  return [...differences('second run', first, second), ...differences('resumed run', first, resumed)]
}

/**
 * Three updates one after the other; with the network read after each, into the same memory; and each begun before the numbers of the last one
 * are back, as the loop does on a GPU. Names what is not equal bit for bit.
 */
async function differencesBetweenWays(): Promise<string[]> {
  const batches = [0, 1, 2].map((seed) => randomBatch(2, seed))
  let memory: TrainerState | null = null
  const run = async (steps: (trainer: Trainer) => Promise<unknown>) => {
    const trainer = createTrainer(initialState(0))
    await steps(trainer)
    const state = await trainer.read(memory)
    trainer.dispose()
    return state
  }
  const plain = await run(async (trainer) => {
    for (const batch of batches) await trainer.step(batch)
  })
  const read = await run(async (trainer) => {
    for (const batch of batches) {
      await trainer.step(batch)
      memory = await trainer.read(memory)
    }
  })
  memory = null
  const overlapping = await run((trainer) => Promise.all(batches.map((batch) => trainer.step(batch))))
  return [...differences('read in between', plain, read), ...differences('overlapping', plain, overlapping)]
}

/** Three updates, the second of them traced: what that changed (nothing), what it left behind, and what it found. */
async function tracedRun(images: number) {
  const run = async (isTraced: boolean) => {
    const trainer = createTrainer(initialState(4))
    const traces: (StepTrace | null)[] = []
    for (let step = 0; step < 3; step++) {
      const { trace } = await trainer.step(randomBatch(images, step), { trace: isTraced && step === 1 })
      traces.push(trace)
    }
    const state = await trainer.read()
    trainer.dispose()
    return { state, trace: traces[1] ?? null }
  }
  const plain = await run(false)
  const before = tf.memory().numTensors
  const { state, trace } = await run(true)
  return {
    differences: differences('traced', plain.state, state),
    leakedTensors: tf.memory().numTensors - before,
    mismatches: trace && mismatchesWithGraph(trace),
    trace,
  }
}

function differences(title: string, a: TrainerState, b: TrainerState): string[] {
  const found: string[] = []
  if (a.step !== b.step) found.push(`${title}: step`)
  if (a.dropout.join() !== b.dropout.join()) found.push(`${title}: dropout`)
  for (const name of parameterNames) {
    for (const part of ['parameters', 'firstMoments', 'secondMoments'] as const) {
      const other = b[part][name]
      if (a[part][name].some((value, at) => !Object.is(value, other[at])))
        found.push(`${title}: ${part} ${name}`)
    }
  }
  return found
}

/** Tensors more after five steps, an evaluation and a frame than after one step. */
async function leakedTensors(): Promise<number> {
  const trainer = createTrainer(initialState(1))
  const batch = randomBatch(2, 1)
  await trainer.step(batch)
  const { numTensors, numDataBuffers } = tf.memory()
  for (let step = 0; step < 5; step++) await trainer.step(batch)
  await trainer.evaluate(batch.imagesNHW, batch.labels)
  await trainer.taps(batch.imagesNHW.slice(0, 784), ['conv1', 'pool2', 'softmax'], { keep: 1, seed: 0 })
  await trainer.read()
  const leaked = tf.memory().numTensors - numTensors + tf.memory().numDataBuffers - numDataBuffers
  trainer.dispose()
  return leaked
}

/** Milliseconds of each of `steps` updates with the standard batch. */
async function stepTimesMs(steps: number): Promise<number[]> {
  const trainer = createTrainer(initialState(1))
  const times: number[] = []
  for (let step = 0; step < steps; step++) {
    const batch = randomBatch(training.batchSize, step)
    const start = performance.now()
    await trainer.step(batch)
    times.push(performance.now() - start)
  }
  trainer.dispose()
  return times
}

function randomBatch(n: number, seed: number): Batch {
  const random = createRandom(derive(seed, 'test images'))
  return {
    imagesNHW: Float32Array.from({ length: n * 784 }, () => uniform(random)),
    labels: Uint8Array.from({ length: n }, () => Math.floor(uniform(random) * 10)),
  }
}

function doubles(values: Record<ParameterName, Float32Array>) {
  return parameterRecord((name) => Float64Array.from(values[name]))
}

const numerics = {
  open,
  reopen,
  gradientErrors,
  stepErrors,
  differencesBetweenRuns,
  differencesBetweenWays,
  stateHash,
  leakedTensors,
  tracedRun,
  recordedRun,
  listeningErrors,
  slowStepDifferences,
  dissectionErrors,
  slopeErrors,
  frameSumErrors,
  keptFrameErrors,
  stepTimesMs,
  kernelErrors: (backend: string, part?: string) => compareKernels(backend, relativeDistance, part),
}
export type Numerics = typeof numerics

declare global {
  interface Window {
    numerics: Numerics
  }
}
window.numerics = numerics
