import { describe, expect, it } from 'vitest'
import { colorTable, cssOf, palettes, pixelOf, type Theme } from './color.ts'

const themes: Theme[] = ['light', 'dark', 'projector']
const channels = (pixel: number) => [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24]

describe('colour scales', () => {
  it.each(themes)('shows zero as exactly the background in %s, on both scales', (theme) => {
    for (const kind of ['signed', 'unsigned'] as const) {
      expect(channels(pixelOf(colorTable(kind, theme), 0, 3.7))).toEqual([...palettes[theme].background, 255])
    }
  })

  it.each(themes)('ends at the colours of the palette in %s', (theme) => {
    const signed = colorTable('signed', theme)
    expect(channels(pixelOf(signed, 2, 2)).slice(0, 3)).toEqual([...palettes[theme].positive])
    expect(channels(pixelOf(signed, -2, 2)).slice(0, 3)).toEqual([...palettes[theme].negative])
    expect(channels(pixelOf(colorTable('unsigned', theme), 5, 5)).slice(0, 3)).toEqual([
      ...palettes[theme].ink,
    ])
  })

  it('clamps beyond the ends, below zero on the unsigned scale too', () => {
    const signed = colorTable('signed', 'light')
    expect(pixelOf(signed, 9, 1)).toBe(pixelOf(signed, 1, 1))
    expect(pixelOf(signed, -9, 1)).toBe(pixelOf(signed, -1, 1))
    expect(pixelOf(colorTable('unsigned', 'light'), -1, 1)).toBe(
      pixelOf(colorTable('unsigned', 'light'), 0, 1),
    )
  })

  it('is symmetric: equally far from zero means equally many entries from neutral', () => {
    const { pixels, zero } = colorTable('signed', 'dark')
    expect(pixels.length).toBe(511)
    expect(zero).toBe(255)
  })

  it('gets darker step by step from background to ink in the light theme', () => {
    const red = [...colorTable('unsigned', 'light').pixels].map((pixel) => pixel & 255)
    for (let i = 1; i < red.length; i++) expect(red[i]).toBeLessThanOrEqual(red[i - 1])
  })

  it('shows NaN and infinities in a colour that no number has', () => {
    for (const theme of themes) {
      for (const kind of ['signed', 'unsigned'] as const) {
        const table = colorTable(kind, theme)
        for (const broken of [Number.NaN, Infinity, -Infinity])
          expect(pixelOf(table, broken, 1)).toBe(table.invalid)
        expect(table.pixels.includes(table.invalid)).toBe(false)
      }
    }
  })

  it('writes CSS colours', () => {
    expect(cssOf(colorTable('signed', 'light'), 1)).toBe('rgb(194 84 10 / 1)')
  })
})
