import { describe, expect, it } from 'vitest'
import type { Distribution } from '../../protocol/record.ts'
import { heightAt, layoutRidges, ridgeAt, ridgesOf } from './ridges.ts'

const counted = (min: number, max: number, bins: readonly number[]): Distribution => ({
  count: bins.reduce((sum, count) => sum + count, 0),
  mean: 0,
  deviation: 0,
  min,
  max,
  bins: Uint32Array.from(bins),
  percentiles: new Float32Array(9),
})

describe('ridges', () => {
  it('share one axis and one height: all values in one bin reach 1, the same values spread over all bins 1/48', () => {
    const { span, ridges, binCount } = ridgesOf(
      [
        { step: 0, distribution: counted(0, 0, [96]) },
        { step: 100, distribution: counted(0, 48, [96]) },
      ],
      'linear',
    )
    expect(span).toEqual({ low: 0, high: 48 })
    expect(binCount).toBe(48)
    expect(ridges[0].heights[0]).toBe(1)
    expect(Math.max(...ridges[0].heights.slice(1))).toBe(0)
    for (const height of ridges[1].heights) expect(height).toBeCloseTo(1 / 48, 12)
  })
  it('with logarithmic heights let few values be seen beside many: ln 3 to ln 97', () => {
    const { ridges } = ridgesOf(
      [
        { step: 0, distribution: counted(0, 0, [96]) },
        { step: 100, distribution: counted(0, 48, [96]) },
      ],
      'logarithmic',
    )
    expect(ridges[0].heights[0]).toBe(1)
    expect(ridges[0].heights[1]).toBe(0)
    expect(ridges[1].heights[7]).toBeCloseTo(Math.log(3) / Math.log(97), 12)
  })
})

describe('the places of ridges', () => {
  const area = { left: 10, right: 110, top: 0, bottom: 100 }
  it('follow the steps: of 0, 100 and 400 the last stands in front, the second a quarter of the way from the first', () => {
    const { baselines, tallest } = layoutRidges([0, 100, 400], area)
    expect(baselines[2]).toBe(100)
    expect(baselines[0]).toBeCloseTo(tallest, 9)
    expect(baselines[1]).toBeCloseTo(tallest + (100 - tallest) / 4, 9)
  })
  it('leave room for the highest, so that none is cut off', () => {
    const { baselines, tallest } = layoutRidges([0, 1, 2, 3], area)
    expect(Math.min(...baselines) - tallest).toBeGreaterThanOrEqual(-1e-9)
  })
  it('are at the bottom for a single one', () => {
    expect(layoutRidges([0], area).baselines).toEqual([100])
  })
})

describe('what is pointed at', () => {
  const { ridges } = ridgesOf(
    [
      { step: 0, distribution: counted(0, 48, [96]) },
      { step: 100, distribution: counted(0, 0, [96]) },
    ],
    'linear',
  )
  const layout = layoutRidges([0, 100], { left: 0, right: 480, top: 0, bottom: 100 })
  it('is the foremost ridge that covers the point', () => {
    expect(ridgeAt(ridges, layout, { x: 5, y: 80 })).toBe(1)
    expect(ridgeAt(ridges, layout, { x: 5, y: 60 })).toBe(1)
  })
  it('is the nearest baseline where none does', () => {
    expect(ridgeAt(ridges, layout, { x: 300, y: 50 })).toBe(0)
    expect(ridgeAt(ridges, layout, { x: 300, y: 95 })).toBe(1)
  })
  it('is nothing beside the ridges', () => {
    expect(ridgeAt(ridges, layout, { x: -1, y: 50 })).toBeNull()
    expect(ridgeAt([], layout, { x: 5, y: 50 })).toBeNull()
  })
  it('has a height between the middles of two bins', () => {
    expect(heightAt({ heights: Float64Array.of(0, 1) }, 0.5)).toBeCloseTo(0.5, 12)
    expect(heightAt({ heights: Float64Array.of(0, 1) }, 0.1)).toBe(0)
    expect(heightAt({ heights: Float64Array.of(0, 1) }, 0.75)).toBe(1)
  })
})
