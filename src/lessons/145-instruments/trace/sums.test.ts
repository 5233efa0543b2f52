import { describe, expect, it } from 'vitest'
import type { StepTrace, TracedOperation } from '../../../protocol/record.ts'
import { computedWith, costOf, flameBars, largest, layerOf, partsOfStep } from './sums.ts'

const operation = (
  node: string,
  phase: TracedOperation['phase'],
  [startMs, durationMs, bytes]: [number, number, number],
  more: Partial<TracedOperation> = {},
): TracedOperation => ({
  ...{ node, phase, startMs, durationMs, bytes, swallowed: [], kernel: 'Kernel', outputShape: [] },
  ...more,
})

const trace: StepTrace = {
  step: 100,
  backend: 'wasm',
  clock: 'synchronous',
  stepMs: 20,
  peakBytes: 1000,
  operations: [
    operation('input/one_hot', 'forward', [1, 1, 40]),
    operation('1st_layer/pool1_layer/max_pool', 'forward', [2, 0, 0], { kernel: 'Reshape' }),
    operation('1st_layer/pool1_layer/max_pool', 'forward', [2, 5, 800], {
      swallowed: ['1st_layer/conv1_layer/x'],
    }),
    operation('train/gradients/1st_layer/conv1_layer/weight', 'backward', [8, 8, 100]),
    operation('train/Adam/update_conv1_weight', 'update', [17, 2, 900]),
  ],
}

describe('a traced step', () => {
  it('is the sum of its operations and a remainder', () => {
    expect(partsOfStep(trace)).toEqual({ operationsMs: 16, remainderMs: 4, stepMs: 20 })
  })

  it('costs in a scope what is booked on the nodes in it', () => {
    expect(costOf(trace, (node) => node.startsWith('1st_layer/'))).toEqual({ ms: 5, bytes: 800, calls: 2 })
    expect(costOf(trace, (node) => node.startsWith('2nd_layer/'))).toBeNull()
  })

  it('knows with what a node without an operation of its own was computed', () => {
    expect(computedWith(trace, '1st_layer/conv1_layer/x')).toBe('1st_layer/pool1_layer/max_pool')
    expect(computedWith(trace, 'input/one_hot')).toBeNull()
  })

  it('lists its nodes by time or by what they wrote', () => {
    expect(largest(trace, 'ms').map(({ ms }) => ms)).toEqual([8, 5, 2, 1])
    expect(largest(trace, 'bytes').map(({ bytes }) => bytes)).toEqual([900, 800, 100, 40])
    expect(largest(trace, 'ms')[1]).toMatchObject({
      kernel: 'Kernel',
      swallowed: ['1st_layer/conv1_layer/x'],
    })
  })

  it('is drawn as phases, layers and operations, none wider than what it holds', () => {
    const inRow = (row: number) =>
      flameBars(trace)
        .filter((bar) => bar.row === row)
        .map(({ name, startMs, endMs }) => [name, startMs, endMs])
    expect(inRow(0)).toEqual([
      ['forward', 1, 7],
      ['backward', 8, 16],
      ['update', 17, 19],
    ])
    expect(inRow(1)).toEqual([
      ['input', 1, 2],
      ['1st_layer', 2, 7],
      ['1st_layer', 8, 16],
      ['Adam', 17, 19],
    ])
    expect(inRow(2).length).toBe(4)
  })

  it('has gradients in the layer they belong to', () => {
    expect(layerOf('train/gradients/2nd_layer/conv2_layer/input')).toBe('2nd_layer')
    expect(layerOf('train/Adam/update_fc1_bias')).toBe('Adam')
    expect(layerOf('fc1_layer/dropout/mask')).toBe('fc1_layer')
  })
})
