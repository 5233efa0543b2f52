import { expect, test } from 'vitest'
import { chanceOfDifference, chanceOfSplit } from './chance.ts'

test('of four coins, three or more on one side come up in 10 of 16 cases', () => {
  expect(chanceOfSplit(1, 3)).toBeCloseTo(10 / 16, 12)
  expect(chanceOfSplit(3, 1)).toBeCloseTo(10 / 16, 12)
  expect(chanceOfSplit(0, 5)).toBeCloseTo(2 / 32, 12)
})

test('an even split is no surprise, and no coins are none', () => {
  expect(chanceOfSplit(7, 7)).toBe(1)
  expect(chanceOfSplit(0, 0)).toBe(1)
})

test('many coins: the sums of binomial coefficients, computed exactly elsewhere', () => {
  expect(chanceOfSplit(41, 33)).toBeCloseTo(0.4159851975, 9)
  expect(chanceOfSplit(86, 114)).toBeCloseTo(0.0559657405, 9)
  expect(chanceOfSplit(0, 9000)).toBeLessThan(1e-300)
})

test('two networks at 98 % of 10,000 images differ by 0.1 points or more in 61 of 100 cases', () => {
  // The deviation is √(2 · 0.98 · 0.02 / 10,000) = 0.00198, so 0.001 is half of it.
  expect(chanceOfDifference(0.98, 10_000, 0.001)).toBeCloseTo(0.6135, 4)
  // √(2 · 0.25 / 100) = 0.0707: 0.1 is √2 of it.
  expect(chanceOfDifference(0.5, 100, 0.1)).toBeCloseTo(0.1573, 4)
})

test('who is always right never differs', () => {
  expect(chanceOfDifference(1, 100, 0.01)).toBe(0)
})
