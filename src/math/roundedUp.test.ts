import { expect, test } from 'vitest'
import { roundedUp } from './roundedUp.ts'

test('what is rounded up is not below what it stands for, and nearer than one unit', () => {
  const cases = [
    [0.00005, 0.00005],
    [0.0000501, 0.000051],
    [0.0000496, 0.00005],
    [0.000991, 0.001],
    [123, 130],
    [1, 1],
    [9.91, 10],
  ] as const
  for (const [value, expected] of cases) expect(roundedUp(value, 2)).toBe(expected)
})
