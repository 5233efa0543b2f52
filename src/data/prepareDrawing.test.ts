import { expect, test } from 'vitest'
import { boxOfInk, prepareDrawing, prepareGrey, scaleToBox } from './prepareDrawing.ts'

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
  expect(boxOfInk({ inkHW: new Float32Array(9).fill(0.05), width: 3, height: 3 })).toBeNull()
})

test('the stages say what was done: box, factor, centre of mass and shift by hand', () => {
  // An L in a drawing of 100 × 100: a leg of 10 × 60 from (20, 30), and a foot of 30 × 10 right of its lower end.
  const drawing = rectangle(100, { x: 20, y: 30, width: 10, height: 60 })
  for (let y = 80; y < 90; y++) drawing.inkHW.fill(255, y * 100 + 30, y * 100 + 60)
  const stages = prepareDrawing(drawing)!
  expect(stages.box).toEqual({ left: 20, top: 30, width: 40, height: 60 })
  expect(stages.factor).toBeCloseTo(20 / 60, 12)
  // 40 / 3 = 13.3 → 13 columns, so a column covers 40 / 13 pixels of the drawing: the leg 3.25 columns, the foot the rest.
  expect([stages.scaled.width, stages.scaled.height]).toEqual([13, 20])
  // Leg: 600 pixels around column 4.5, row 29.5 of the crop. Foot: 300 around 24.5 and 54.5. Together 11.17 and 37.83.
  const column = ((11.1667 + 0.5) * 13) / 40 - 0.5
  const row = (37.8333 + 0.5) / 3 - 0.5
  // Darkening touches the few grey pixels alone: it moves the centre by less than a tenth.
  expect(Math.abs(stages.mass.x - column)).toBeLessThan(0.1)
  expect(Math.abs(stages.mass.y - row)).toBeLessThan(0.1)
  // 14 − 3.29 = 10.7 → 11; 14 − 12.28 = 1.72 → 2.
  expect(stages.shift).toEqual({ x: 11, y: 2 })
  expect(stages.imageHW[2 * 28 + 11]).toBe(1)
  expect(stages.imageHW[2 * 28 + 10]).toBe(0)
  expect(stages.imageHW[1 * 28 + 11]).toBe(0)
})

test('ink all on one side stays whole: the shift ends at the edge', () => {
  // A full column at the left of a row of faint grey: the centre of mass lies far left in a box of 20.
  const inkHW = new Float32Array(20 * 20)
  for (let y = 0; y < 20; y++) inkHW[y * 20] = 1
  for (let x = 1; x < 20; x++) inkHW[x] = 0.11
  const stages = prepareGrey({ inkHW, width: 20, height: 20 })!
  expect(stages.mass.x).toBeLessThan(1.5)
  expect(stages.shift.x).toBe(8)
  expect(stages.imageHW.filter((ink) => ink > 0)).toHaveLength(39)
})
