import { expect, test } from 'vitest'
import { classMeans } from './classMeans.ts'

test('the mean of a class is that of its images, pixel by pixel, and of no images zero', () => {
  const imagesNHW = new Uint8Array(3 * 784)
  // Two fours: at the first pixel 255 and 0, at the last 51 and 102. One seven, all white but for one pixel.
  imagesNHW[0] = 255
  imagesNHW[783] = 51
  imagesNHW[2 * 784 - 1] = 102
  imagesNHW[2 * 784 + 5] = 255
  const work = classMeans({ imagesNHW, labels: Uint8Array.of(4, 4, 7) })
  const { meansCHW, counts } = endOf(work)
  expect(counts).toEqual([0, 0, 0, 0, 2, 0, 0, 1, 0, 0])
  expect(meansCHW[4 * 784]).toBe(0.5)
  expect(meansCHW[4 * 784 + 783]).toBeCloseTo(0.3, 6)
  expect(meansCHW[7 * 784 + 5]).toBe(1)
  expect(meansCHW.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1.8, 6)
})

function endOf<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
