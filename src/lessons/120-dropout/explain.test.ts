import { describe, expect, it } from 'vitest'
import { shownDropoutMask } from '../../math/dropout.ts'
import { countDropped, maskFits } from './explain.ts'

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
