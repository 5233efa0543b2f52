import { describe, expect, test } from 'vitest'
import { colorTable, palettes } from './color.ts'
import { layoutSheet, type Sheet, wrapped } from './pictureSheet.ts'

const look = { palette: palettes.light, font: 'text', figuresFont: 'figures' }
const widthOf = (text: string, font: string) => (text.length * Number(/([\d.]+)px/.exec(font)?.[1])) / 2
const sheet: Sheet = {
  words: {
    title: 'Filters',
    place: 'Lesson 4 · step 20',
    caption: 'largest value 0.2 in map 3',
    run: 'Faltwerk · seed 7',
  },
  picture: { width: 700, height: 348 },
  scale: { table: colorTable('signed', 'light'), low: '−0.20', zero: '0', high: '0.20' },
  key: [],
}

describe('a saved picture', () => {
  test.each([1, 1.1, 1.25, 1.5, 2, 3.3])('begins at whole pixels at %d pixels for one', (unit) => {
    const { picture, width, height, ramp } = layoutSheet(sheet, { ...look, unit }, widthOf)
    const places = [picture.x, picture.y, width, height, ramp?.x, ramp?.y, ramp?.width]
    expect(places.every((place) => Number.isInteger(place))).toBe(true)
  })

  test('is one above the other: title, place, picture, legend, caption, run; nothing reaches out', () => {
    const layout = layoutSheet(sheet, { ...look, unit: 1 }, widthOf)
    const y = (text: string) => layout.lines.find((line) => line.text === text)?.y ?? Number.NaN
    const order = [
      y('Filters'),
      y('Lesson 4 · step 20'),
      layout.picture.y,
      layout.picture.y + 348,
      layout.ramp?.y ?? Number.NaN,
      y('−0.20'),
      y('largest value 0.2 in map 3'),
      y('Faltwerk · seed 7'),
      layout.height,
    ]
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(layout.width).toBe(700 + 2 * 24)
  })

  test('has both ends and zero at the legend: below its left end, its middle, its right end', () => {
    const { lines, ramp } = layoutSheet(sheet, { ...look, unit: 1 }, widthOf)
    const at = (text: string) => lines.filter((line) => line.text === text).map(({ x, align }) => [x, align])
    expect(ramp).toMatchObject({ x: 24, width: 260 })
    expect([at('−0.20'), at('0'), at('0.20')]).toEqual([[[24, 'left']], [[154, 'center']], [[284, 'right']]])
  })

  test('of a small picture is wide enough for its words, and breaks them into lines', () => {
    const long = Array.from({ length: 30 }, () => 'words').join(' ')
    const words = { ...sheet.words, caption: long }
    const small = { ...sheet, words, picture: { width: 28, height: 28 } }
    const layout = layoutSheet(small, { ...look, unit: 1 }, widthOf)
    expect(layout.width).toBe(440 + 2 * 24)
    for (const { text, font, x, align } of layout.lines)
      if (align === 'left') expect(x + widthOf(text, font)).toBeLessThanOrEqual(layout.width)
    expect(layout.lines.filter(({ text }) => text.startsWith('words')).length).toBeGreaterThan(1)
  })

  test('names its curves in as many rows as they need', () => {
    const key = Array.from(
      { length: 9 },
      (_, i) => ({ name: `curve number ${i}`, color: 'accent', sign: 'line' }) as const,
    )
    const { signs, width } = layoutSheet({ ...sheet, key, scale: null }, { ...look, unit: 1 }, widthOf)
    expect(signs).toHaveLength(9)
    expect(new Set(signs.map(({ y }) => y)).size).toBeGreaterThan(1)
    for (const { x, of } of signs) expect(x + 30 + of.name.length * 6.5).toBeLessThanOrEqual(width - 24)
  })
})

test('a text is broken at spaces; a word that is too long stands alone', () => {
  expect(wrapped('aa bb cc', 5, (text) => text.length)).toEqual(['aa bb', 'cc'])
  expect(wrapped('a bbbbbbbb c', 5, (text) => text.length)).toEqual(['a', 'bbbbbbbb', 'c'])
  expect(wrapped('', 5, (text) => text.length)).toEqual([])
})
