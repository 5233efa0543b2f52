import { describe, expect, test } from 'vitest'
import { chooseLayout, pictureSize, sizesText, stages } from './stages.ts'

const sizeOf = (stage: string, width: number, ratio: number) => {
  const spec = stages.find((entry) => entry.stage === stage)
  if (!spec) throw new Error(stage)
  return pictureSize(spec, chooseLayout(width, ratio))
}
const totalWidth = (width: number, ratio: number) =>
  stages.reduce((sum, spec) => sum + pictureSize(spec, chooseLayout(width, ratio)).width, 0)

describe('the ribbon', () => {
  test('shows all 32 maps of 28 × 28 in whole pixels', () => {
    // 16 × 28 + 15 gaps, 2 × 28 + 1 gap.
    expect(sizeOf('conv1', 1216, 1)).toEqual({ width: 463, height: 57 })
  })

  test('fits screens of 1280 and 1920 pixels', () => {
    expect(totalWidth(1216, 1)).toBeLessThanOrEqual(1216)
    expect(totalWidth(1840, 1)).toBeLessThanOrEqual(1840)
  })

  test('enlarges only by whole factors', () => {
    for (const width of [390, 1216, 1840, 2400, 3700]) {
      expect(Number.isInteger(chooseLayout(width, 1).unit)).toBe(true)
    }
    expect(chooseLayout(3700, 1).unit).toBe(3)
    expect(chooseLayout(780, 2).unit).toBe(2)
  })

  test('writes the number of maps before their size', () => {
    expect(sizesText([32, 28, 28], String)).toBe('32 × 28×28')
    expect(sizesText([28, 28], String)).toBe('28×28')
    expect(sizesText([1024], String)).toBe('1024')
  })
})
