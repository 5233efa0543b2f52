import { expect, test } from 'vitest'
import type { Plane } from '../../math/plane.ts'
import { batchOf, tallyOf, worstFirst } from './batch.ts'

const plane = (...values: number[]): Plane => ({ shape: [values.length], values: Float32Array.from(values) })
const planes = {
  losses: plane(0.5, 4, 1.5),
  labels: plane(7, 2, 0),
  answers: plane(7, 3, 0),
  indices: plane(10, 54_999, 3),
  images: plane(0),
  keep: plane(0.5),
}

test('a batch is shown when all of it is there', () => {
  expect(batchOf((part) => planes[part], 4)).toMatchObject({ step: 4, keep: 0.5 })
  expect(batchOf((part) => (part === 'answers' ? undefined : planes[part]), 4)).toBeNull()
})

test('the worst image comes first, and sum, mean and right answers are those of all', () => {
  const batch = batchOf((part) => planes[part], 4)!
  expect(worstFirst(batch.losses)).toEqual([1, 2, 0])
  expect(tallyOf(batch)).toEqual({ sum: 6, mean: 2, right: 2 })
})
