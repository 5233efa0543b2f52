import { describe, expect, it } from 'vitest'
import { levelOf, onlyMaps, strongestMaps, traceFrom } from './traceOf.ts'

// Two by one cells, three maps: map 0 holds 1 and −4, map 1 holds 0.5 and 0.25, map 2 holds 2 and 1.5.
const plane = { shape: [2, 1, 3], values: Float32Array.from([1, 0.5, 2, -4, 0.25, 1.5]) }

describe('one level of a trace', () => {
  it('is what speaks for the number, what against it, and the remainder: together the number', () => {
    expect(levelOf(plane, 2)).toEqual({ positive: 5.25, negative: -4, remainder: 0.75, total: 2 })
  })

  it('names the maps that contribute most, whatever the sign', () => {
    expect(strongestMaps(plane, 2)).toEqual([
      { map: 2, sum: 3.5 },
      { map: 0, sum: -3 },
    ])
  })

  it('shows them in that order', () => {
    expect(onlyMaps(plane, [2, 0])).toEqual({ shape: [2, 1, 2], values: Float32Array.from([2, 1, 1.5, -4]) })
  })
})

describe('a trace begins', () => {
  const at = { map: 7, row: 0, column: 0 }

  it('at a logit, of a probability too, and at a neuron before ReLU', () => {
    expect(traceFrom({ tap: 'softmax', ...at })).toMatchObject({ start: 'fc2', unit: 7, number: 'fc2' })
    expect(traceFrom({ tap: 'fc1', ...at })).toMatchObject({ start: 'fc1', unit: 7, number: 'fc1/pre' })
  })

  it('nowhere below, and not in another pass', () => {
    expect(traceFrom({ tap: 'pool2', ...at })).toBeNull()
    expect(traceFrom({ tap: 'fc2', version: 'first', ...at })).toBeNull()
  })
})
