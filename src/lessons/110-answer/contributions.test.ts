import { describe, expect, it } from 'vitest'
import { logitSum } from './contributions.ts'

// Four neurons, two classes: logit 0 = 2·1 + 0·5 + 4·(−0.5) + 1·3 + 0.25 = 3.25, logit 1 = 2·2 + 4·1 + 1·(−1) − 1 = 6.
const planes = new Map([
  ['fc1', { shape: [4], values: Float32Array.of(2, 0, 4, 1) }],
  ['fc2/weights', { shape: [4, 2], values: Float32Array.of(1, 2, 5, 7, -0.5, 1, 3, -1) }],
  ['fc2/bias', { shape: [2], values: Float32Array.of(0.25, -1) }],
  ['fc2', { shape: [2], values: Float32Array.of(3.25, 6) }],
] as const)

describe('contributions to a logit', () => {
  it('are value times weight, the strongest of each sign listed, the others one remainder', () => {
    const sum = logitSum(planes, { digit: 0, against: null, shown: 1 })
    expect(sum?.raising).toEqual([{ neuron: 3, value: 1, weight: 3, product: 3 }])
    expect(sum?.lowering).toEqual([{ neuron: 2, value: 4, weight: -0.5, product: -2 }])
    expect(sum?.rest).toEqual({ count: 1, sum: 2, zeros: 1 })
    expect([sum?.bias, sum?.total]).toEqual([0.25, 3.25])
  })
  it('to the lead of one class over another are differences, and lead to the difference of the logits', () => {
    const sum = logitSum(planes, { digit: 1, against: 0, shown: 2 })
    expect(sum?.raising.map(({ neuron, product }) => [neuron, product])).toEqual([
      [2, 6],
      [0, 2],
    ])
    expect(sum?.lowering.map(({ neuron, product }) => [neuron, product])).toEqual([[3, -4]])
    expect(sum?.rest).toEqual({ count: 0, sum: 0, zeros: 1 })
    expect([sum?.bias, sum?.total]).toEqual([-1.25, 2.75])
  })
  it('wait for all planes', () => {
    expect(logitSum(new Map(), { digit: 0, against: null, shown: 1 })).toBeNull()
  })
})
