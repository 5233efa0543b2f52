import { describe, expect, it } from 'vitest'
import { chanceLoss, lossCurve, lossOf, lossParts } from './explain.ts'

describe('the loss of one image', () => {
  it('is ln 10 = 2.303 where all ten logits are equal', () => {
    expect(chanceLoss).toBeCloseTo(Math.LN10, 9)
    expect(lossOf(new Float32Array(10).fill(3), 4)).toBeCloseTo(Math.LN10, 9)
  })
  it('is small where the right class leads, and large where another does', () => {
    // Logits 2 for class 7 and 0 for the rest: p = e²/(e² + 9) = 0.45085, or 1/(e² + 9) = 0.061016 for each other.
    const logits = Float32Array.from({ length: 10 }, (_, i) => (i === 7 ? 2 : 0))
    expect(lossOf(logits, 7)).toBeCloseTo(0.796614, 5)
    expect(lossOf(logits, 1)).toBeCloseTo(2.796614, 5)
  })
  it('stays finite where the probability is too small for a number', () => {
    expect(lossOf(Float32Array.of(2000, 0, 0, 0, 0, 0, 0, 0, 0, 0), 1)).toBe(2000)
  })
})

describe('the parts of a loss', () => {
  it('are how far the right logit lags behind, and the logarithm of a sum: together they are the loss', () => {
    // Logits 5, 3 and eight times 0: Σ = 1 + e^−2 + 8·e^−5 = 1.189239, its logarithm 0.173313; class 1 lags by 2.
    const logits = Float32Array.of(5, 3, 0, 0, 0, 0, 0, 0, 0, 0)
    const { own, largest, answer, lag, sum, loss } = lossParts(logits, 1)
    expect([own, largest, answer, lag]).toEqual([3, 5, 0, 2])
    expect(sum).toBeCloseTo(1.189239, 5)
    expect(loss).toBeCloseTo(2.173313, 5)
    expect(lossParts(logits, 0).lag).toBe(0)
  })
})

describe('the curve of a run', () => {
  it('keeps every step of a short run and thins out a long one, the last step included', () => {
    const records = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ step: i + 1, loss: 1, batchAccuracy: 0 }))
    expect(lossCurve(records(3), 0.9).steps).toEqual([1, 2, 3])
    const long = lossCurve(records(3000), 0.9).steps
    expect(long).toHaveLength(1500)
    expect(long.slice(0, 2)).toEqual([2, 4])
    expect(long.at(-1)).toBe(3000)
    expect(lossCurve([], 0.9).steps).toEqual([])
  })
})
