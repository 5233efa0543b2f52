import { expect, test } from 'vitest'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { accuracyRows } from './curves.ts'

const tested = (step: number, accuracy: number, trainAccuracy: number | null): Evaluation => ({
  ...{ step, accuracy, trainAccuracy, n: 10, correct: 10 * accuracy, loss: 1 },
  ...{ interval: [accuracy - 0.125, accuracy + 0.125], confusion: [], mistakes: [] },
})
const record = (step: number, batchAccuracy: number) => ({ step, loss: 1, batchAccuracy })

test('batches and evaluations stand at their steps, with gaps where nothing was measured', () => {
  const rows = accuracyRows([record(1, 0.5), record(2, 1)], [tested(0, 0.25, null), tested(2, 0.5, 0.75)])
  expect(rows.steps).toEqual([0, 1, 2])
  expect(rows.batch).toEqual([null, 0.5, 1])
  expect(rows.test).toEqual([0.25, null, 0.5])
  expect(rows.train).toEqual([null, null, 0.75])
  expect(rows.low).toEqual([0.125, null, 0.375])
  expect(rows.high).toEqual([0.375, null, 0.625])
})

test('the averaged curve begins at the first batch, and a batch counts 1/20', () => {
  const { smooth } = accuracyRows([record(1, 0.5), record(2, 1)], [])
  expect(smooth[0]).toBeCloseTo(0.5, 12)
  // (0.95 · 0.05 · 0.5 + 0.05 · 1) / (0.95 · 0.05 + 0.05)
  expect(smooth[1]).toBeCloseTo(0.07375 / 0.0975, 12)
})

test('a long run shows few batches, the newest among them, and all evaluations', () => {
  const history = Array.from({ length: 3001 }, (_, i) => record(i + 1, 0.5))
  const rows = accuracyRows(history, [tested(100, 0.5, null)])
  expect(rows.steps.length).toBeLessThan(620)
  expect(rows.steps.at(-1)).toBe(3001)
  expect(rows.test[rows.steps.indexOf(100)]).toBe(0.5)
})
