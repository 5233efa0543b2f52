import { describe, expect, it } from 'vitest'
import { type PlaneName, parseTap, shapeOf, tapOf } from './derivedTaps.ts'

describe('the name of a tap', () => {
  it('says what is asked of the network', () => {
    expect(parseTap('conv1/pre')).toEqual({ kind: 'tap', tap: 'conv1/pre' })
    expect(parseTap('neuron/17')).toEqual({ kind: 'neuron', neuron: 17 })
    expect(parseTap('first/conv1/weights')).toEqual({ kind: 'first', tap: 'conv1/weights' })
    expect(parseTap('shift/-1,2/pool1')).toEqual({ kind: 'shift', right: -1, down: 2, tap: 'pool1' })
    expect(parseTap('without-relu/softmax')).toEqual({ kind: 'without-relu', tap: 'softmax' })
    expect(parseTap('passes/0.5/20')).toEqual({ kind: 'passes', keep: 0.5, count: 20, draw: 0 })
    expect(parseTap('passes/0.5/20/3')).toEqual({ kind: 'passes', keep: 0.5, count: 20, draw: 3 })
    expect(parseTap('trace/fc2/7/input')).toEqual({ kind: 'trace', start: 'fc2', unit: 7, tap: 'input' })
  })
  it('has a shape, and a tap whose colours and words it has', () => {
    expect(shapeOf('neuron/3')).toEqual([7, 7, 64])
    expect(shapeOf('passes/0.5/20')).toEqual([20, 10])
    expect(shapeOf('first/conv2')).toEqual([14, 14, 64])
    expect(tapOf('first/conv1/weights')).toBe('conv1/weights')
    expect(tapOf('neuron/3')).toBe('fc1/weights')
  })
  it('that no type allows is an error', () => {
    expect(() => parseTap('first/nothing' as PlaneName)).toThrow('There is no tap first/nothing.')
  })
})
