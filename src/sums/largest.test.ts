import { expect, test } from 'vitest'
import { largestTerms } from './largest.ts'

const identity = (term: number) => term

test('the strongest come first, by distance from zero, and the others are one remainder', () => {
  expect(largestTerms([1, -8, 0.5, 4, -0.25, 0], identity, 2)).toEqual({
    terms: [-8, 4],
    rest: { count: 4, sum: 1 - 0.25 + 0.5 },
  })
})

test('of terms of equal size the first in order comes first', () => {
  expect(largestTerms([2, -3, 3, -2], identity, 2).terms).toEqual([-3, 3])
})

test('a remainder of a single term is shown as that term', () => {
  expect(largestTerms([1, 2, 3], identity, 2)).toEqual({ terms: [3, 2, 1], rest: { count: 0, sum: 0 } })
})

test('where there are no more terms than asked for, nothing remains', () => {
  expect(largestTerms([5, 6], identity, 20)).toEqual({ terms: [6, 5], rest: { count: 0, sum: 0 } })
})
