import { describe, expect, test } from 'vitest'
import { formatOf } from './format.ts'
import { parseNumber } from './parseNumber.ts'

describe('a typed number', () => {
  test('may have a comma or a point, whatever the language', () => {
    for (const language of ['de', 'en'] as const) {
      const typed = ['0,5', '0.5', ',5', ' 12 ', '+3', '5.', '0,982', '0.982', '22 %']
      expect(typed.map((text) => parseNumber(text, language))).toEqual([
        0.5, 0.5, 0.5, 12, 3, 5, 0.982, 0.982, 22,
      ])
    }
  })

  test('may be written as this page writes numbers', () => {
    for (const language of ['de', 'en'] as const) {
      for (const value of [3274634, -1240.5, 0.125, -7]) {
        expect(parseNumber(formatOf(language).decimal(value, 3), language)).toBe(value)
      }
      expect(parseNumber(formatOf(language).count(1024), language)).toBe(1024)
    }
  })

  test('has its thousands set apart as the language of the page does', () => {
    expect(parseNumber('3,136', 'en')).toBe(3136)
    expect(parseNumber('3,136', 'de')).toBe(3.136)
    expect(parseNumber('3.136', 'de')).toBe(3136)
    expect(parseNumber('3.136', 'en')).toBe(3.136)
  })

  test('is none when it is a word, nothing, or two numbers', () => {
    const typed = ['', 'viel', '1-2', '1,2,3', '0x10', '1e3', '--1', 'Infinity']
    expect(typed.map((text) => parseNumber(text, 'en'))).toEqual(typed.map(() => null))
  })
})
