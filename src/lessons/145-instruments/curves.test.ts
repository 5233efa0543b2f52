import { describe, expect, it } from 'vitest'
import { rangeWhereFlat, rowsOf, thinned, withSmoothed } from './curves.ts'

describe('the rows of a chart', () => {
  it('hold every step of every series once, with gaps where a series has no value', () => {
    const train = { steps: [1, 2, 3], values: [5, 4, 3] }
    const test = { steps: [0, 2, 4], values: [9, 8, 7] }
    expect(rowsOf([train, test])).toEqual({
      steps: [0, 1, 2, 3, 4],
      values: [
        [null, 5, 4, 3, null],
        [9, null, 8, null, 7],
      ],
    })
  })
  it('are empty before anything is measured', () => {
    expect(rowsOf([{ steps: [], values: [] }])).toEqual({ steps: [], values: [[]] })
  })
})

describe('a long series', () => {
  const long = (count: number) => ({
    steps: Array.from({ length: count }, (_, i) => i + 1),
    values: Array.from({ length: count }, (_, i) => i % 2),
  })
  it('keeps every third of 3,600 values, the last one included', () => {
    const { steps, values } = thinned(long(3600))
    expect(steps).toHaveLength(1200)
    expect(steps.slice(0, 3)).toEqual([3, 6, 9])
    expect(steps.at(-1)).toBe(3600)
    expect(values.slice(0, 4)).toEqual([0, 1, 0, 1])
  })
  it('is smoothed before it is thinned, so that no value is left out of the average', () => {
    const { raw, smooth } = withSmoothed(long(4800), { memory: 0.99, unit: 1 })
    // Every fourth value is a one; with all of them the average is near one half.
    expect(new Set(raw.values)).toEqual(new Set([1]))
    expect(smooth.values.at(-1)).toBeGreaterThan(0.49)
    expect(smooth.values.at(-1)).toBeLessThan(0.51)
  })
})

describe('the range of a chart', () => {
  it('is left to the chart where values differ', () => {
    expect(
      rangeWhereFlat([
        [1, null],
        [null, 2],
      ]),
    ).toBeUndefined()
  })
  it('lies around values that are all equal', () => {
    expect(rangeWhereFlat([[0, null, 0]])).toEqual([-1, 1])
    expect(rangeWhereFlat([[-0.2, -0.2]])?.map((end) => Number(end.toFixed(6)))).toEqual([-0.3, -0.1])
  })
  it('is above zero before anything is measured, so that an axis may be logarithmic', () => {
    expect(rangeWhereFlat([[], []])).toEqual([1, 20])
  })
})
