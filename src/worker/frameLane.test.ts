import { describe, expect, it } from 'vitest'
import { shownDigit } from './frameLane.ts'

/** Images of one grey each: 3 test images of bytes 10, 11, 12 and 2 training images of 20, 21. */
const split = (first: number, count: number) => ({
  imagesNHW: Uint8Array.from({ length: count * 784 }, (_, at) => first + Math.floor(at / 784)),
  labels: Uint8Array.from({ length: count }, (_, at) => at),
})
const digits = { test: split(10, 3), train: split(20, 2) }

describe('the watched digit', () => {
  it('comes from the split it names, with its label', () => {
    const shown = shownDigit({ from: 'train', index: 1 }, digits)
    expect(shown?.digit).toEqual({ from: 'train', index: 1 })
    expect(shown?.label).toBe(1)
    expect(shown?.imageHW[0]).toBe(Math.fround(21 / 255))
    expect(shownDigit({ from: 'test', index: 2 }, digits)?.imageHW[783]).toBe(Math.fround(12 / 255))
  })
  it('starts again past the end of its split, and is none without data', () => {
    expect(shownDigit({ from: 'test', index: 7 }, digits)?.digit).toEqual({ from: 'test', index: 1 })
    expect(shownDigit({ from: 'train', index: -1 }, digits)?.digit).toEqual({ from: 'train', index: 1 })
    expect(shownDigit({ from: 'test', index: 0 }, null)).toBeNull()
  })
  it('may be drawn, without a label', () => {
    const imageHW = new Float32Array(784).fill(0.5)
    expect(shownDigit({ from: 'drawing', imageHW }, null)).toEqual({
      digit: { from: 'drawing', imageHW },
      imageHW,
      label: null,
    })
    expect(shownDigit({ from: 'drawing', imageHW: new Float32Array(5) }, null)).toBeNull()
  })
})
