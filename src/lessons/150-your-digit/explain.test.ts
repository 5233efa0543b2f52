import { describe, expect, test } from 'vitest'
import { prepareGrey } from '../../data/prepareDrawing.ts'
import { judge, massInPicture, scaledPlane, tallyOf, withJudged } from './explain.ts'

/** A bar of 4 × 20 pixels of full ink: it keeps its size. */
const bar = prepareGrey({ inkHW: new Float32Array(80).fill(1), width: 4, height: 20 })!

describe('the pictures of the preparation', () => {
  test('show a bar of 4 × 20 in the middle of 20 × 20', () => {
    const { shape, values } = scaledPlane(bar)
    expect(shape).toEqual([20, 20, 1])
    // 8 columns of paper on each side.
    expect([7, 8, 11, 12].map((column) => values[column])).toEqual([0, 1, 1, 0])
    expect(values.filter((ink) => ink === 1)).toHaveLength(80)
  })
  test('say where its centre of mass ends up', () => {
    // Its own centre: 1.5, 9.5. As near to 14 as whole pixels allow: 12.5 to the right rounds to 13, 4.5 down to 5.
    expect(massInPicture(bar)).toEqual({ x: 14.5, y: 14.5 })
  })
})

test('unusual is what at most one test digit in a hundred is as far away as', () => {
  expect(judge({ asFar: 0, compared: 99 })).toBe('unknown')
  expect(judge({ asFar: 1, compared: 100 })).toBe('unusual')
  expect(judge({ asFar: 2, compared: 100 })).toBe('usual')
  expect(judge({ asFar: 10, compared: 1000 })).toBe('unusual')
  expect(judge({ asFar: 11, compared: 1000 })).toBe('usual')
})

test('a sheet counts once in the tally, as it was judged last', () => {
  const first = withJudged([], { sheet: 1, meant: 7, read: 7 })
  const second = withJudged(first, { sheet: 2, meant: 4, read: 9 })
  expect(tallyOf(second)).toEqual({ drawn: 2, right: 1 })
  expect(tallyOf(withJudged(second, { sheet: 2, meant: 9, read: 9 }))).toEqual({ drawn: 2, right: 2 })
  expect(tallyOf([])).toEqual({ drawn: 0, right: 0 })
})
