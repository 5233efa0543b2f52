import { expect, test } from 'vitest'
import type { Plane } from '../../math/plane.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'
import { leadOf, leadPlane } from './lead.ts'

const plane = (...values: number[]): Plane => ({
  shape: [1, values.length, 1],
  values: Float32Array.from(values),
})
const planes = new Map<PlaneName, Plane>([
  ['trace/fc2/9/input', plane(2, 0, -1)],
  ['trace/fc2/4/input', plane(0.5, 0, 1)],
  ['fc2', plane(0, 0, 0, 0, 1.5, 0, 0, 0, 0, 4)],
])

test('a pixel speaks for the answer by what it adds to it more than to the label', () => {
  expect(leadPlane(planes, { answer: 9, label: 4 })?.values).toEqual(Float32Array.of(1.5, 0, -2))
  expect(leadPlane(planes, { answer: 9, label: 3 })).toBeNull()
})

test('the lead is the difference of the logits', () => {
  expect(leadOf(planes, { answer: 9, label: 4 })).toBe(2.5)
  expect(leadOf(new Map(), { answer: 9, label: 4 })).toBeNull()
})
