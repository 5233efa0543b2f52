import { describe, expect, it } from 'vitest'
import { shownDropoutMask } from '../../math/dropout.ts'
import { countDropped, maskFits, scatterOf, transposed } from './explain.ts'

const plane = (...values: number[]) => ({ shape: [values.length], values: Float32Array.from(values) })

describe('a dropout mask', () => {
  it('switches neurons off, of which only the active ones are lost', () => {
    const counts = countDropped(plane(3, 0, 1, 0, 2), Float32Array.of(2, 0, 0, 2, 0))
    expect(counts).toEqual({ off: 3, active: 3, activeOff: 2 })
  })

  it('fits where kept values are doubled and the others are zero', () => {
    const before = plane(3, 0, 1.1)
    const mask = Float32Array.of(2, 0, 0)
    expect(maskFits(before, mask, plane(6, 0, 0))).toBe(true)
    expect(maskFits(before, mask, plane(6, 0, 2.2))).toBe(false)
    expect(maskFits(before, mask, plane(0, 0, 0))).toBe(false)
  })

  it('shown at a step is always the same, keeps about half, and doubles what it keeps', () => {
    const mask = shownDropoutMask(1024, { keep: 0.5, seed: 8 })
    expect(mask).toEqual(shownDropoutMask(1024, { keep: 0.5, seed: 8 }))
    expect(mask).not.toEqual(shownDropoutMask(1024, { keep: 0.5, seed: 9 }))
    const kept = mask.filter((factor) => factor === 2).length
    expect(mask.filter((factor) => factor === 0)).toHaveLength(1024 - kept)
    // Five standard deviations of a binomial with 1,024 draws: √(1024 · 0.5 · 0.5) = 16.
    expect(Math.abs(kept - 512)).toBeLessThan(80)
  })
})

describe('many passes', () => {
  const passes = {
    shape: [4, 3],
    values: Float32Array.of(0.5, 0.25, 0.25, 0.125, 0.75, 0.125, 0.5, 0.5, 0, 0.25, 0.25, 0.5),
  }
  it('scatter: each has its answer, of equal ones the first, and the counts make up all', () => {
    const { answers, counts, means } = scatterOf(passes)
    expect(answers).toEqual([0, 1, 0, 2])
    expect(counts).toEqual([2, 1, 1])
    // (0.5 + 0.125 + 0.5 + 0.25) / 4 and so on.
    expect(means).toEqual([0.34375, 0.4375, 0.21875])
  })
  it('stand side by side, a class in each row', () => {
    const { shape, values } = transposed(passes)
    expect(shape).toEqual([3, 4])
    expect([...values]).toEqual([0.5, 0.125, 0.5, 0.25, 0.25, 0.75, 0.5, 0.25, 0.25, 0.125, 0, 0.5])
  })
})
