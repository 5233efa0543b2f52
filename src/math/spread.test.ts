import { expect, it } from 'vitest'
import { spreadPlaces } from './spread.ts'

it('keeps all places of a short list', () => {
  expect(spreadPlaces(0, 3)).toEqual([])
  expect(spreadPlaces(1, 3)).toEqual([0])
  expect(spreadPlaces(3, 3)).toEqual([0, 1, 2])
})

it('keeps every n-th of a longer one, the last always, and no more than the limit', () => {
  expect(spreadPlaces(4, 3)).toEqual([1, 3])
  expect(spreadPlaces(7, 3)).toEqual([0, 3, 6])
  expect(spreadPlaces(10, 3)).toEqual([1, 5, 9])
})
