import { expect, test } from 'vitest'
import { withoutOverlaps } from './bars.ts'

const text = (middle: number, rank: number, baseline = 50) => ({ half: 20, middle, baseline, rank })

test('of two numbers that would lie on each other, the one of the longer bar is written', () => {
  const [short, long, far] = [text(100, 3), text(130, 5), text(141, 1)]
  expect(withoutOverlaps([short, long], 12)).toEqual([long])
  expect(withoutOverlaps([short, far], 12)).toEqual([short, far])
})

test('numbers at different heights do not get in each other’s way', () => {
  const [above, below] = [text(100, 3, 20), text(110, 2, 90)]
  expect(withoutOverlaps([above, below], 12)).toEqual([above, below])
})
