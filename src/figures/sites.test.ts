import { describe, expect, it } from 'vitest'
import { openSum } from '../sums/openSum.ts'
import { siteOfCell } from './sites.ts'
import { marksOf, sumMarksIn } from './sumMarks.ts'

const same = (map: number) => map
const square = { mapCount: 1, mapHeight: 32, mapWidth: 32 }

describe('the value a cell shows', () => {
  it('is the cell itself in a map, of whichever map is shown', () => {
    const shape = { mapCount: 1, mapHeight: 14, mapWidth: 14 }
    expect(siteOfCell('pool1', { map: 0, row: 3, column: 5 }, { shape, mapOf: () => 9 })).toEqual({
      tap: 'pool1',
      map: 9,
      row: 3,
      column: 5,
    })
  })

  it('is counted row by row in a vector laid out as a square', () => {
    // Row 2, column 5 of a square of 32: 2 · 32 + 5.
    const cell = { map: 0, row: 2, column: 5 }
    expect(siteOfCell('fc1', cell, { shape: square, mapOf: same })).toEqual({
      tap: 'fc1',
      map: 69,
      row: 0,
      column: 0,
    })
  })

  it('knows the pass it belongs to', () => {
    const shape = { mapCount: 32, mapHeight: 28, mapWidth: 28 }
    const cell = { map: 4, row: 1, column: 2 }
    expect(siteOfCell('shift/1,-2/conv1', cell, { shape, mapOf: same })).toEqual({
      tap: 'conv1',
      version: 'shift/1,-2',
      ...cell,
    })
  })

  it('is a weight of the neuron where its weights lie on the pooled maps', () => {
    // Row 1, column 2, map 3 of 7 × 7 × 64: (1 · 7 + 2) · 64 + 3.
    const shape = { mapCount: 64, mapHeight: 7, mapWidth: 7 }
    const cell = { map: 3, row: 1, column: 2 }
    expect(siteOfCell('neuron/17', cell, { shape, mapOf: same })).toEqual({
      tap: 'fc1/weights',
      map: 0,
      row: 579,
      column: 17,
    })
  })

  it('is none of the network where contributions are shown', () => {
    const shape = { mapCount: 1, mapHeight: 28, mapWidth: 28 }
    const cell = { map: 0, row: 1, column: 2 }
    expect(siteOfCell('trace/fc2/7/input', cell, { shape, mapOf: same })).toBeNull()
  })
})

describe('the open sum marks', () => {
  it('its own cell, the window it reads and the filter it takes', () => {
    const site = { tap: 'conv1', map: 6, row: 0, column: 10 } as const
    expect(marksOf(site, 'conv1')).toEqual([
      { map: 6, row: 0, column: 10, rows: 1, columns: 1, look: 'accent' },
    ])
    // The window of the first row reaches two rows into the padding.
    expect(marksOf(site, 'input')).toEqual([{ map: 0, row: -2, column: 8, rows: 5, columns: 5, look: 'ink' }])
    expect(marksOf(site, 'conv1/weights')).toEqual([
      { map: 6, row: 0, column: 0, rows: 5, columns: 5, look: 'ink' },
    ])
    expect(marksOf(site, 'pool2')).toEqual([])
  })

  it('nothing in the picture of another pass', () => {
    const site = { tap: 'conv1', version: 'first', map: 6, row: 3, column: 10 } as const
    expect(marksOf(site, 'conv1')).toEqual([])
    expect(marksOf(site, 'first/conv1')).toHaveLength(1)
  })

  it('a neuron where the square shows it, and nothing once it is closed', () => {
    openSum.setState({ site: { tap: 'fc1', map: 69, row: 0, column: 0 } })
    expect(sumMarksIn('fc1', { shape: square, mapOf: same })).toMatchObject([
      { map: 0, row: 2, column: 5, look: 'accent' },
    ])
    openSum.setState({ site: null })
    expect(sumMarksIn('fc1', { shape: square, mapOf: same })).toEqual([])
  })
})
