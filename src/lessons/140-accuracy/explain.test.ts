import { describe, expect, it } from 'vitest'
import { classResults, largestMixUp, meaningOf, rowsOf } from './explain.ts'

// Label 0: 8 right, 2 taken for a 6. Label 6: 3 right, 1 taken for a 0. Label 9: none right, 5 taken for a 4.
const confusion = new Array<number>(100).fill(0)
confusion[0] = 8
confusion[6] = 2
confusion[66] = 3
confusion[60] = 1
confusion[94] = 5

describe('a confusion matrix', () => {
  it('has a row for each label', () => {
    const rows = rowsOf(confusion)
    expect(rows).toHaveLength(10)
    expect(rows[9]).toEqual([0, 0, 0, 0, 5, 0, 0, 0, 0, 0])
    expect(rows[6][0]).toBe(1)
  })
  it('gives each class its share of right answers, and none to a class without images', () => {
    const results = classResults(confusion)
    expect(results.map(({ images }) => images)).toEqual([10, 0, 0, 0, 0, 0, 4, 0, 0, 5])
    expect(results[0].accuracy).toBe(0.8)
    expect(results[6].accuracy).toBe(0.75)
    expect(results[9].accuracy).toBe(0)
    expect(results[1].accuracy).toBeNull()
    // Wilson's interval of 8 out of 10, by hand: (0.4902, 0.9433).
    expect(results[0].interval?.[0]).toBeCloseTo(0.4902, 4)
    expect(results[0].interval?.[1]).toBeCloseTo(0.9433, 4)
  })
  it('knows its most frequent mix-up, however many right answers there are', () => {
    expect(largestMixUp(confusion)).toEqual({ label: 9, answer: 4, count: 5 })
    expect(largestMixUp(new Array<number>(100).fill(0)).count).toBe(0)
  })
})

describe('what 0.1 % means', () => {
  it('is 10 of 10,000 images, and two networks at 98 % differ by as much in 61 % of cases', () => {
    const of = { step: 1, n: 10_000, correct: 9800, accuracy: 0.98, loss: 1, trainAccuracy: null }
    // A symmetric interval around 0.98, so that its middle is that.
    const meaning = meaningOf({ ...of, interval: [0.977, 0.983], confusion, mistakes: [] })
    expect(meaning.images).toBe(10)
    expect(meaning.width).toBeCloseTo(0.006, 12)
    expect(meaning.chance).toBeCloseTo(0.6135, 4)
  })
})
