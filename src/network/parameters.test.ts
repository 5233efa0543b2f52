import { expect, it } from 'vitest'
import { initialParameters, zeroParameters } from './parameters.ts'
import { parameterNames, tapShapes } from './spec.ts'

it('draws 3,274,634 parameters as the spec says', () => {
  const parameters = initialParameters(0)
  expect(Object.keys(parameters)).toEqual([...parameterNames])
  expect(Object.values(parameters).reduce((sum, { length }) => sum + length, 0)).toBe(3_274_634)
  for (const name of parameterNames) {
    const values = parameters[name]
    expect(values.length, name).toBe((tapShapes[name] as readonly number[]).reduce((a, b) => a * b, 1))
    if (name.endsWith('/bias')) expect(new Set(values), name).toEqual(new Set([Math.fround(0.1)]))
    else
      expect(
        values.every((value) => Math.abs(value) <= Math.fround(0.2)),
        name,
      ).toBe(true)
  }
  const weights = parameters['fc1/weights']
  const mean = weights.reduce((sum, value) => sum + value, 0) / weights.length
  const variance = weights.reduce((sum, value) => sum + (value - mean) ** 2, 0) / weights.length
  expect(Math.abs(mean)).toBeLessThan(2e-4)
  // 0.1 · 0.8796, the deviation of a normal distribution truncated at two of its own.
  expect(Math.sqrt(variance)).toBeCloseTo(0.08796, 3)
})

it('draws the same from the same seed and something else from another', () => {
  const first = initialParameters(1)['conv1/weights']
  expect(initialParameters(1)['conv1/weights']).toEqual(first)
  expect(initialParameters(2)['conv1/weights']).not.toEqual(first)
})

it('starts moments at zero', () => {
  expect(Object.values(zeroParameters()).every((values) => values.every((value) => value === 0))).toBe(true)
})
