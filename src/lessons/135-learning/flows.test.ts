import { expect, test } from 'vitest'
import { parameterNames } from '../../network/spec.ts'
import type { StepFlow } from '../../protocol/record.ts'
import { flowRows } from './flows.ts'

const flow = (step: number): StepFlow => {
  const each = (by: number) =>
    Object.fromEntries(parameterNames.map((name, i) => [name, by * (i + step)])) as StepFlow['gradients']
  return { step, gradients: each(1), updates: each(0), weights: each(1) }
}

test('the weights of the four layers are the curves, in order, and the last step always stays', () => {
  const [steps, conv1, conv2, fc1, fc2] = flowRows([flow(1), flow(2)], 'gradients')
  expect(steps).toEqual([1, 2])
  expect([conv1, conv2, fc1, fc2]).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ])
  const [many] = flowRows(
    Array.from({ length: 2000 }, (_, i) => flow(i + 1)),
    'gradients',
  )
  expect(many.at(-1)).toBe(2000)
  expect(many.length).toBeLessThanOrEqual(800)
})

test('a size of exactly zero leaves a gap', () => {
  expect(flowRows([flow(1)], 'updates')[1]).toEqual([null])
})
