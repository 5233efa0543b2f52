import { expect, test } from 'vitest'
import { isSnapshotDue } from './schedule.ts'

const stepsOf = (stepLimit: number) =>
  Array.from({ length: stepLimit + 1 }, (_, step) => step).filter((step) => isSnapshotDue(step, stepLimit))

test('the tape of 1,000 steps is dense at the beginning and goes on by hundreds', () => {
  expect(stepsOf(1000)).toEqual([
    ...[0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000],
  ])
})

test('the last step is kept wherever it lies', () => {
  expect(stepsOf(230).at(-1)).toBe(230)
  expect(stepsOf(4)).toEqual([0, 1, 2, 3, 4])
})

test('3,000 steps leave 43 snapshots', () => {
  expect(stepsOf(3000)).toHaveLength(43)
})
