import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { mismatchesWithGraph } from '../../tests/fixtures/tracedNodes.ts'
import { registerKernels } from '../kernels/register.ts'
import { createRandom, derive, uniform } from '../math/random.ts'
import { parameterNames } from '../network/spec.ts'
import type { StepTrace } from '../protocol/record.ts'
import { type Batch, createTrainer, initialState } from './trainer.ts'

function randomBatch(images: number, seed: number): Batch {
  const random = createRandom(derive(seed, 'batch'))
  return {
    imagesNHW: Float32Array.from({ length: images * 784 }, () => uniform(random)),
    labels: Uint8Array.from({ length: images }, () => Math.floor(uniform(random) * 10)),
  }
}

/** Two updates, the first of them traced or not. */
async function run(isTraced: boolean) {
  const trainer = createTrainer(initialState(3))
  const results = []
  for (const step of [1, 2]) {
    results.push(await trainer.step(randomBatch(1, step), { trace: isTraced && step === 1 }))
  }
  const state = await trainer.read()
  trainer.dispose()
  return { state, results, trace: results[0]!.trace }
}

let plain: Awaited<ReturnType<typeof run>>
let traced: Awaited<ReturnType<typeof run>>
let trace: StepTrace
let tensorsLeft: number

beforeAll(async () => {
  await tf.setBackend('cpu')
  registerKernels('cpu')
  plain = await run(false)
  const before = tf.memory().numTensors
  traced = await run(true)
  tensorsLeft = tf.memory().numTensors - before
  trace = traced.trace!
}, 60_000)

describe('a traced step', () => {
  it('changes no bit of the run', () => {
    for (const part of ['parameters', 'firstMoments', 'secondMoments'] as const) {
      for (const name of parameterNames) {
        const [one, other] = [plain.state[part][name], traced.state[part][name]]
        expect(Buffer.from(one.buffer).equals(Buffer.from(other.buffer)), `${part} ${name}`).toBe(true)
      }
    }
    expect(traced.results.map(({ loss }) => loss)).toEqual(plain.results.map(({ loss }) => loss))
  })

  it('leaves no tensor behind, and tfjs as it was', () => {
    expect(tensorsLeft).toBe(0)
    expect(Object.hasOwn(tf.engine(), 'runKernel')).toBe(false)
  })

  it('is the only one with a trace', () => {
    expect(plain.results.map(({ trace }) => trace)).toEqual([null, null])
    expect(traced.results.map(({ trace }) => trace?.step ?? null)).toEqual([1, null])
  })
})

describe('the trace of a step', () => {
  it('has every operation of the graph that a backend computes, each once, and no other', () => {
    expect(mismatchesWithGraph(trace)).toEqual([])
  })

  it('books a convolution with bias, ReLU and pooling on the pooling, and says what that swallowed', () => {
    const layers = trace.operations.filter(({ kernel }) => kernel === 'ConvolutionLayer')
    expect(layers.map(({ node, swallowed, outputShape }) => ({ node, swallowed, outputShape }))).toEqual([
      {
        node: '1st_layer/pool1_layer/max_pool',
        swallowed: ['convolution', 'preactivations', 'activations'].map(
          (name) => `1st_layer/conv1_layer/activations/${name}`,
        ),
        outputShape: [1, 14, 14, 32],
      },
      {
        node: '2nd_layer/pool2_layer/max_pool',
        swallowed: ['convolution', 'preactivations', 'activations'].map(
          (name) => `2nd_layer/conv2_layer/activations/${name}`,
        ),
        outputShape: [1, 7, 7, 64],
      },
    ])
  })

  it('goes forward, then back, then renews the eight variables', () => {
    const phases = trace.operations.map(({ phase }) => phase)
    expect(phases.filter((phase, place) => phase !== phases[place - 1])).toEqual([
      'forward',
      'backward',
      'update',
    ])
    expect(phases.filter((phase) => phase === 'update').length).toBe(8)
  })

  it('has operations that do not overlap and take no longer than the step', () => {
    let endMs = 0
    for (const { startMs, durationMs } of trace.operations) {
      expect(startMs).toBeGreaterThanOrEqual(endMs)
      endMs = startMs + durationMs
    }
    expect(endMs).toBeLessThanOrEqual(trace.stepMs)
    const sum = trace.operations.reduce((sum, { durationMs }) => sum + durationMs, 0)
    expect(sum).toBeGreaterThan(trace.stepMs / 2)
    expect(trace.clock).toBe('synchronous')
  })

  it('measures memory: variables and moments at least, and what each operation wrote', () => {
    expect(trace.peakBytes).toBeGreaterThan(3 * 3_274_634 * 4)
    const of = (node: string) => trace.operations.filter((operation) => operation.node === node)
    const product = of('fc1_layer/activations/product').find(({ kernel }) => kernel === 'BatchMatMul')
    expect(product?.bytes).toBe(1024 * 4)
    // Weights and both moments.
    expect(of('train/Adam/update_fc2_weight')[0]?.bytes).toBe(3 * 10_240 * 4)
    // Another shape for the same numbers writes nothing.
    expect(of('fc1_layer/flatten')[0]?.bytes).toBe(0)
  })
})
