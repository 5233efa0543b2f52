import { describe, expect, test } from 'vitest'
import { formatOf } from './format.ts'

const de = formatOf('de')
const en = formatOf('en')

describe('numbers', () => {
  test('German thousands are set apart by a narrow no-break space, English ones by a comma', () => {
    expect(de.count(3274634)).toBe('3\u202f274\u202f634')
    expect(de.count(1240)).toBe('1\u202f240')
    expect(en.count(3274634)).toBe('3,274,634')
  })

  test('German decimals have a comma, English ones a point', () => {
    expect(de.decimal(0.98196, 3)).toBe('0,982')
    expect(en.decimal(0.98196, 3)).toBe('0.982')
    expect(de.significant(0.0021345, 3)).toBe('0,00213')
  })

  test('negative numbers have a real minus sign and zero has none', () => {
    expect(de.decimal(-2.4, 1)).toBe('\u22122,4')
    expect(en.decimal(-1234.5, 1)).toBe('\u22121,234.5')
    expect(en.decimal(-0.001, 2)).toBe('0.00')
  })

  test('a share becomes percent', () => {
    expect(de.percent(0.9624)).toBe('96,2\u00a0%')
    expect(en.percent(0.9624)).toBe('96.2%')
    expect(en.percent(1, 0)).toBe('100%')
  })
})

describe('durations and sizes', () => {
  test('a duration shows its two largest units', () => {
    expect(de.duration(130_000)).toBe('2\u00a0min 10\u00a0s')
    expect(en.duration(8_400)).toBe('8\u00a0s')
    expect(en.duration(3_900_000)).toBe('1\u00a0h 5\u00a0min')
    expect(en.duration(59_700)).toBe('1\u00a0min 0\u00a0s')
  })

  test('a moment is a day and a time of the clock at hand', () => {
    const moment = new Date(2026, 10, 25, 22, 1).getTime()
    expect(de.moment(moment)).toBe('25.11.2026, 22:01')
    expect(en.moment(moment).replace(/\s/g, ' ')).toBe('Nov 25, 2026, 10:01 PM')
  })

  test('a size is in decimal units', () => {
    expect(de.fileSize(11_594_722)).toBe('11,6\u00a0MB')
    expect(en.fileSize(999)).toBe('999\u00a0B')
    expect(en.fileSize(0)).toBe('0\u00a0B')
  })
})
