import { describe, expect, it } from 'vitest'
import { smoothed } from './smoothed.ts'

const perStep = (values: readonly number[]) => ({ steps: values.map((_, i) => i + 1), values })

describe('the smoothed curve', () => {
  it('starts at the first value and leaves a constant alone', () => {
    expect(smoothed(perStep([8]), { memory: 0.9 })[0]).toBeCloseTo(8, 12)
    for (const value of smoothed(perStep([3, 3, 3, 3]), { memory: 0.9 })) expect(value).toBeCloseTo(3, 12)
  })
  it('is the curve itself without memory', () => {
    expect(smoothed(perStep([4, 1, 7]), { memory: 0 })).toEqual([4, 1, 7])
  })
  it('weighs with memory: 4 then 1 at memory 0.5 is (0.25 · 4 + 0.5 · 1) / 0.75 = 2', () => {
    expect(smoothed(perStep([4, 1]), { memory: 0.5 })[1]).toBeCloseTo(2, 12)
  })
  it('counts steps, not values: 4, 1, 1 with the second left out is 4 then, two steps later, 1', () => {
    const [, , all] = smoothed(perStep([4, 1, 1]), { memory: 0.5 })
    // By hand: (0.125 · 4 + 0.25 · 1 + 0.5 · 1) / 0.875 = 1.428571.
    expect(all).toBeCloseTo(1.25 / 0.875, 12)
    expect(smoothed({ steps: [1, 3], values: [4, 1] }, { memory: 0.5 })[1]).toBeCloseTo(1.25 / 0.875, 12)
  })
  it('counts units of steps: what comes every 100 steps is smoothed like what comes every step', () => {
    const rare = { steps: [0, 100, 200], values: [4, 1, 1] }
    expect(smoothed(rare, { memory: 0.5, unit: 100 })).toEqual(smoothed(perStep([4, 1, 1]), { memory: 0.5 }))
    const early = { steps: [0, 100, 130], values: [4, 1, 1] }
    expect(smoothed(early, { memory: 0.5, unit: 100 })).toEqual(smoothed(perStep([4, 1, 1]), { memory: 0.5 }))
  })
})
