import { describe, expect, it } from 'vitest'
import { accuracyCurve, classAccuracies, largestMistake, rowsOf } from './explain.ts'

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
    const accuracies = classAccuracies(confusion)
    expect(accuracies[0]).toBe(0.8)
    expect(accuracies[6]).toBe(0.75)
    expect(accuracies[9]).toBe(0)
    expect(accuracies[1]).toBeNull()
  })
  it('knows its most frequent mix-up, however many right answers there are', () => {
    expect(largestMistake(confusion)).toBe(5)
    expect(largestMistake(new Array<number>(100).fill(0))).toBe(0)
  })
})

describe('the curve of the accuracy', () => {
  it('takes both accuracies of each evaluation', () => {
    const evaluation = { n: 10, correct: 5, loss: 1, interval: [0.2, 0.8], confusion, mistakes: [] } as const
    const curve = accuracyCurve([
      { ...evaluation, step: 0, accuracy: 0.1, trainAccuracy: null },
      { ...evaluation, step: 100, accuracy: 0.8, trainAccuracy: 0.84 },
    ])
    expect(curve).toEqual({ steps: [0, 100], test: [0.1, 0.8], train: [null, 0.84] })
  })
})
