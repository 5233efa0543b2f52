import { describe, expect, test } from 'vitest'
import { explainKept } from './keepProblems.ts'
import { preferredLanguage } from './language.ts'
import { explainProblem } from './problems.ts'
import { words } from './words.ts'

/** All leaves of a catalogue as `path: kind`; a function's kind tells how many values it wants. */
function leaves(value: unknown, path = ''): string[] {
  if (typeof value === 'function') return [`${path}: function of ${value.length}`]
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`]
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}/${key}`))
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

describe('the catalogue', () => {
  test('has the same entries in both languages', () => {
    expect(leaves(words.en)).toEqual(leaves(words.de))
  })

  test('has no empty text', () => {
    for (const text of [...texts(words.de), ...texts(words.en)]) expect(text.trim()).not.toBe('')
  })

  test('avoids the words the glossary forbids', () => {
    const all = texts(words.de).join('\n')
    expect(all).not.toMatch(/Ausbildung|Vorspannung|Bündelung|Antwortrate|Präzision|Aussteigen/)
  })
})

describe('the first language', () => {
  test('is German exactly where German is preferred to English', () => {
    expect(preferredLanguage(['de-AT', 'en'])).toBe('de')
    expect(preferredLanguage(['fr', 'de', 'en'])).toBe('de')
    expect(preferredLanguage(['en-GB', 'de'])).toBe('en')
    expect(preferredLanguage(['fr'])).toBe('en')
    expect(preferredLanguage([])).toBe('en')
  })
})

describe('problems', () => {
  test('carry their numbers in the language of the page', () => {
    const problem = { code: 'file-truncated', file: 'a.gz', expectedBytes: 47040016, foundBytes: 12 } as const
    expect(explainProblem(problem, 'de')).toContain('12 statt 47\u202f040\u202f016 Byte')
    expect(explainProblem(problem, 'en')).toContain('12 bytes instead of 47,040,016')
  })

  test('say that a server without an answer does not answer', () => {
    const problem = { code: 'download-failed', file: 'x', status: null } as const
    expect(explainProblem(problem, 'en')).toContain('does not answer')
  })

  test('of keeping say that the run goes on', () => {
    const full = { code: 'storage-full', usedBytes: 9e8, quotaBytes: 1e9 } as const
    expect(explainKept(full, 'de')).toContain('900,0\u00a0MB von 1,0\u00a0GB')
    for (const problem of [full, { code: 'other-tab' }, { code: 'keeper-died', reason: '' }] as const) {
      expect(explainKept(problem, 'de')).toContain('geht weiter')
      expect(explainKept(problem, 'en')).toContain('goes on')
    }
  })
})
