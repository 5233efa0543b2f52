import { expect, it } from 'vitest'
import { sameGround, tapBelow } from './explain.ts'

const square = (mapCount: number, side: number) => ({ mapCount, mapHeight: side, mapWidth: side })

it('keeps the place when another layer is chosen', () => {
  // Cell 2 of 7 covers rows 4 and 5 of 14 and 8 to 11 of 28: its middle lies at 5 and at 10.
  const cell = { map: 40, row: 2, column: 4 }
  expect(sameGround(cell, square(64, 7), square(64, 14))).toEqual({ map: 40, row: 5, column: 9 })
  expect(sameGround(cell, square(64, 7), square(32, 28))).toEqual({ map: 31, row: 10, column: 18 })
  expect(sameGround({ map: 3, row: 27, column: 0 }, square(32, 28), square(64, 7))).toEqual({
    map: 3,
    row: 6,
    column: 0,
  })
})

it('knows what each layer reads', () => {
  expect(tapBelow('pool2')).toBe('conv2')
  expect(tapBelow('conv1')).toBe('input')
})
