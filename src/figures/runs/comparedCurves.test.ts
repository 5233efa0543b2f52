import { describe, expect, it } from 'vitest'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { accuracyRows, lookOf, lossRows, mostRuns } from './comparedCurves.ts'

const evaluation = (step: number, accuracy: number, interval: readonly [number, number]): Evaluation => ({
  step,
  n: 100,
  correct: 100 * accuracy,
  accuracy,
  loss: 1,
  interval,
  trainAccuracy: null,
  confusion: [],
  mistakes: [],
})
const history = (...losses: number[]) =>
  losses.map((loss, i) => ({ step: i + 1, loss, batchAccuracy: 0, ms: 1 }))

describe('the curves of several runs', () => {
  it('stand over the steps of all of them, with gaps where a run has none', () => {
    const one = {
      history: [],
      evaluations: [evaluation(0, 0.1, [0.05, 0.2]), evaluation(100, 0.9, [0.8, 0.95])],
    }
    const other = {
      history: [],
      evaluations: [evaluation(0, 0.2, [0.1, 0.3]), evaluation(50, 0.7, [0.6, 0.8])],
    }
    expect(accuracyRows([one, other])).toEqual([
      [0, 50, 100],
      [0.1, null, 0.9],
      [0.05, null, 0.8],
      [0.2, null, 0.95],
      [0.2, 0.7, null],
      [0.1, 0.6, null],
      [0.3, 0.8, null],
    ])
  })

  it('show the smoothed loss: a constant stays what it is, and what was before counts 0.95', () => {
    const [steps, constant, changed] = lossRows([
      { history: history(2, 2, 2), evaluations: [] },
      { history: history(2, 4), evaluations: [] },
    ])
    expect(steps).toEqual([1, 2, 3])
    for (const loss of constant) expect(loss).toBeCloseTo(2, 12)
    // (0.05 · 0.95 · 2 + 0.05 · 4) / (0.05 · 0.95 + 0.05)
    expect(changed[1]).toBeCloseTo((0.95 * 2 + 4) / 1.95, 12)
    expect(changed[2]).toBeNull()
  })

  it('have at most 300 points each, the last step among them', () => {
    const [steps] = lossRows([{ history: history(...Array(3000).fill(1)), evaluations: [] }])
    expect(steps.length).toBe(300)
    expect(steps.at(-1)).toBe(3000)
  })

  it('look different, each from all others', () => {
    const looks = Array.from({ length: mostRuns }, (_, place) => JSON.stringify(lookOf(place)))
    expect(new Set(looks).size).toBe(mostRuns)
  })
})
