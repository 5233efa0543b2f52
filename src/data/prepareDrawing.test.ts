import { expect, test } from 'vitest'
import { cropToInk, prepareDrawing, scaleToBox } from './prepareDrawing.ts'

/** A canvas with one filled rectangle of full ink. */
function rectangle(side: number, box: { x: number; y: number; width: number; height: number }) {
  const inkHW = new Uint8ClampedArray(side * side)
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) inkHW[y * side + x] = 255
  }
  return { inkHW, width: side, height: side }
}

test('an empty drawing gives nothing', () => {
  expect(prepareDrawing(rectangle(100, { x: 0, y: 0, width: 0, height: 0 }))).toBeNull()
})

test('a rectangle of 40 × 100 becomes 8 × 20, wherever it was drawn, with its middle at pixel 14', () => {
  const corner = prepareDrawing(rectangle(280, { x: 0, y: 180, width: 40, height: 100 }))
  const middle = prepareDrawing(rectangle(280, { x: 100, y: 90, width: 40, height: 100 }))
  expect(corner?.imageHW).toEqual(middle?.imageHW)
  expect([middle?.crop.width, middle?.crop.height]).toEqual([40, 100])
  expect([middle?.scaled.width, middle?.scaled.height]).toEqual([8, 20])
  const image = middle!.imageHW
  const inked = Array.from(image.keys()).filter((at) => image[at]! > 0)
  expect(inked).toHaveLength(160)
  // Columns 11 … 18 or 10 … 17: a middle of 14.5 or 13.5, as near to 14 as whole pixels allow.
  expect(Math.abs(inked.reduce((sum, at) => sum + (at % 28), 0) / 160 - 14)).toBeLessThanOrEqual(0.5)
  expect(Math.abs(inked.reduce((sum, at) => sum + Math.floor(at / 28), 0) / 160 - 14)).toBeLessThanOrEqual(
    0.5,
  )
})

test('the centre of mass, not of the box, goes to the middle, and nothing is cut', () => {
  const drawing = rectangle(100, { x: 10, y: 10, width: 80, height: 8 })
  for (let y = 18; y < 90; y++) drawing.inkHW[y * 100 + 10] = 255
  const image = prepareDrawing(drawing)!.imageHW
  const rows = Array.from({ length: 28 }, (_, y) =>
    image.subarray(y * 28, y * 28 + 28).some((ink) => ink > 0.1),
  )
  // The bar at the top carries nearly all ink: it is lower than the box's top would be if the box were centred.
  expect(rows.indexOf(true)).toBeGreaterThanOrEqual(7)
  expect(rows.filter(Boolean).length).toBeGreaterThanOrEqual(20)
})

test('averaging keeps the amount of ink for its area: 3 × 3 to 2 × 2 by hand', () => {
  const grey = { inkHW: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0), width: 3, height: 3 }
  // Each target pixel covers 1.5 × 1.5 = 2.25 source pixels; the middle one is shared by all four in quarters.
  const expected = [(1 + 0.25) / 2.25, 0.25 / 2.25, 0.25 / 2.25, 0.25 / 2.25]
  const scaled = scaleToBox(grey, 2)
  scaled.inkHW.forEach((ink, at) => {
    expect(ink).toBeCloseTo(expected[at]!, 6)
  })
})

test('a single dot fills the box instead of failing', () => {
  const prepared = prepareDrawing(rectangle(50, { x: 3, y: 4, width: 1, height: 1 }))
  expect([prepared?.scaled.width, prepared?.scaled.height]).toEqual([20, 20])
})

test('a faint smudge is paper', () => {
  expect(cropToInk({ inkHW: new Float32Array(9).fill(0.05), width: 3, height: 3 })).toBeNull()
})
