import { describe, expect, it } from 'vitest'
import { createRandom, derive, normal } from '../math/random.ts'
import { colorTable, pixelOf } from './color.ts'
import {
  cellAt,
  fillMapGrid,
  largestMagnitude,
  layoutMapGrid,
  nearestCell,
  neighbour,
  valueAt,
} from './mapGrid.ts'

const conv1 = { mapCount: 32, mapHeight: 28, mapWidth: 28 }
const table = colorTable('signed', 'light')

describe('layout of a grid of maps', () => {
  it('takes the largest whole zoom that fits: 8 × 4 maps of 28 pixels at zoom 3 in 720 × 400', () => {
    // 8 · 28 · 3 + 7 · 4 = 700 and 4 · 28 · 3 + 3 · 4 = 348
    expect(layoutMapGrid(conv1, { width: 720, height: 400, gap: 4 })).toMatchObject({
      columns: 8,
      rows: 4,
      zoom: 3,
      width: 700,
      height: 348,
    })
  })
  it('leaves places empty only where that makes the pictures larger', () => {
    // 11 × 3 maps fit 660 × 180 at zoom 2; the full rows of 16 × 2 and 8 × 4 fit at zoom 1 only.
    const grid = layoutMapGrid(conv1, { width: 660, height: 180, gap: 4 })
    expect(grid).toMatchObject({ columns: 11, rows: 3, zoom: 2 })
    expect(layoutMapGrid(conv1, { width: 460, height: 70, gap: 0 })).toMatchObject({
      columns: 16,
      rows: 2,
      zoom: 1,
    })
  })
  it('keeps to the columns it is given', () => {
    expect(layoutMapGrid(conv1, { width: 720, height: 400, gap: 4, columns: 16 })).toMatchObject({
      zoom: 1,
      rows: 2,
    })
  })
  it('goes no smaller than one pixel per value, however small the box', () => {
    expect(layoutMapGrid(conv1, { width: 10, height: 10, gap: 1 }).zoom).toBe(1)
  })
})

describe('cells', () => {
  const grid = layoutMapGrid(
    { mapCount: 4, mapHeight: 2, mapWidth: 3 },
    { width: 14, height: 10, gap: 2, columns: 2 },
  )
  it('finds the value under a point and nothing over a gap', () => {
    expect(grid).toMatchObject({ zoom: 2, width: 14, height: 10 })
    expect(cellAt(grid, 0, 0)).toEqual({ map: 0, row: 0, column: 0 })
    expect(cellAt(grid, 5, 3)).toEqual({ map: 0, row: 1, column: 2 })
    expect(cellAt(grid, 6, 0)).toBeNull()
    expect(cellAt(grid, 8, 6)).toEqual({ map: 3, row: 0, column: 0 })
    expect(cellAt(grid, 14, 0)).toBeNull()
    expect(cellAt(grid, -1, 0)).toBeNull()
    expect(cellAt(grid, 0, 10)).toBeNull()
  })
  it('finds the nearest value of a map from anywhere', () => {
    // Map 3 begins at (8, 6); its six values are 2 × 2 pixels each.
    expect(nearestCell(grid, 3, { x: 11, y: 7 })).toEqual({ map: 3, row: 0, column: 1 })
    expect(nearestCell(grid, 3, { x: 0, y: 0 })).toEqual({ map: 3, row: 0, column: 0 })
    expect(nearestCell(grid, 0, { x: 99, y: 2 })).toEqual({ map: 0, row: 1, column: 2 })
  })
  it('walks across map edges and stops at the rim', () => {
    expect(neighbour(grid, { map: 0, row: 1, column: 2 }, 1, 0)).toEqual({ map: 1, row: 1, column: 0 })
    expect(neighbour(grid, { map: 0, row: 1, column: 2 }, 0, 1)).toEqual({ map: 2, row: 0, column: 2 })
    expect(neighbour(grid, { map: 3, row: 1, column: 2 }, 1, 0)).toEqual({ map: 3, row: 1, column: 2 })
  })
})

describe('painting a grid of maps', () => {
  // Two maps of 1 × 2 values, map last: map 0 is [1, −2], map 1 is [0, 4].
  const plane = { shape: [1, 2, 2], values: new Float32Array([1, 0, -2, 4]) }
  const shape = { mapCount: 2, mapHeight: 1, mapWidth: 2 }
  const grid = layoutMapGrid(shape, { width: 9, height: 2, gap: 1, columns: 2 })

  it('draws every value as a square of whole pixels, on the scale of its map', () => {
    const pixels = new Uint32Array(grid.width * grid.height)
    fillMapGrid(pixels, plane, grid, { table, limitOfMap: (map) => (map === 0 ? 2 : 4), gapPixel: 7 })
    const half = pixelOf(table, 0.5, 1)
    const low = pixelOf(table, -1, 1)
    const zero = pixelOf(table, 0, 1)
    const high = pixelOf(table, 1, 1)
    const line = [half, half, low, low, 7, zero, zero, high, high]
    expect([...pixels]).toEqual([...line, ...line])
  })
  it('shows at every pixel the value that lies under it, whatever the zoom', () => {
    const random = createRandom(derive(1, 'map grid'))
    const five = { mapCount: 5, mapHeight: 3, mapWidth: 4 }
    const values = Float32Array.from({ length: 60 }, () => normal(random))
    for (const box of [10, 40, 90]) {
      const wide = layoutMapGrid(five, { width: box, height: box, gap: 2, columns: 2 })
      const pixels = new Uint32Array(wide.width * wide.height)
      fillMapGrid(pixels, { shape: [3, 4, 5], values }, wide, { table, limitOfMap: () => 1, gapPixel: 7 })
      for (const [at, pixel] of pixels.entries()) {
        const cell = cellAt(wide, at % wide.width, Math.floor(at / wide.width))
        expect(pixel).toBe(cell ? pixelOf(table, values[(cell.row * 4 + cell.column) * 5 + cell.map]!, 1) : 7)
      }
    }
  })
  it('reads values and magnitudes of one map or all', () => {
    expect(valueAt(plane, shape, { map: 0, row: 0, column: 1 })).toBe(-2)
    expect(largestMagnitude(plane)).toBe(4)
    expect(largestMagnitude(plane, shape, 0)).toBe(2)
    expect(largestMagnitude({ shape: [2], values: new Float32Array([Number.NaN, -3]) })).toBe(3)
  })
})
