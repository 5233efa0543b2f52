import { expect, test } from 'vitest'
import { cellOf, layoutStrip, rankAt } from './stripGrid.ts'

const box = { width: 800, height: 100, gap: 4, foot: 16 }

test('fifty images stand in two full rows of 25 where 800 × 100 pixels are free', () => {
  // 25 × 28 + 24 × 4 = 796 wide, 2 × (28 + 16) + 4 = 92 high; with two pixels per pixel 13 columns, four rows: too high.
  expect(layoutStrip(50, box, 1)).toMatchObject({ columns: 25, zoom: 1, width: 796, height: 92 })
  // 56 pixels a side: 13 columns make four rows of 72 and three gaps.
  expect(layoutStrip(50, { ...box, height: 300 }, 1)).toMatchObject({ columns: 13, zoom: 2, height: 300 })
})

test('an image is found again where it stands, and none is right of the last column', () => {
  const grid = layoutStrip(50, box, 1)
  for (const rank of [0, 24, 25, 49]) {
    const { x, y } = cellOf(grid, rank)
    expect(rankAt(grid, { x: x + 27, y: y + 40 })).toBe(rank)
  }
  expect(rankAt(grid, { x: 801, y: 10 })).toBeNull()
})
