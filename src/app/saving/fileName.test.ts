import { expect, test } from 'vitest'
import { fileNameOf, slugOf } from './fileName.ts'

test('a file says what it shows, at which step and in which language', () => {
  const parts = {
    lesson: 'filters',
    what: 'Filter 1 bei Schritt 0',
    step: 3000,
    language: 'de',
    ending: 'png',
  } as const
  expect(fileNameOf(parts)).toBe('faltwerk-filters-filter-1-bei-schritt-0-schritt-3000-de.png')
  expect(fileNameOf({ ...parts, what: 'The curve', step: null, language: 'en', ending: 'svg' })).toBe(
    'faltwerk-filters-the-curve-en.svg',
  )
})

test('names hold plain letters, digits and single hyphens, and break at words', () => {
  expect(slugOf('Größe: 28 × 28 Pixel (geprüft)')).toBe('groesse-28-28-pixel-geprueft')
  expect(slugOf('×')).toBe('')
  expect(slugOf('ein sehr langer name '.repeat(9)).length).toBeLessThanOrEqual(60)
  expect(slugOf('ein sehr langer name '.repeat(9))).toMatch(/[a-z]$/)
})
