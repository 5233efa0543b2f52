/** Terms of the glossary explain themselves at their first use, in each lesson and language, and are what they say. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { glossary, isTermId, type TermId } from '../../src/i18n/glossary.ts'
import { languages } from '../../src/i18n/language.ts'
import { type LessonId, lessonIds } from '../../src/lessons/lesson.ts'
import { glossaryForms } from './glossaryForms.ts'
import { folderOf } from './lessonFolder.ts'
import { runningText, type Tag, takeApart } from './lessonText.ts'

type Language = (typeof languages)[number]
type Use = { readonly id: TermId; readonly start: number; readonly end: number; readonly text: string }

const ids = Object.keys(glossary).filter(isTermId)

/** Uses of terms in a text, in order; one inside a longer one is none. */
function usesIn(text: string, language: Language): Use[] {
  const all = ids.flatMap((id) =>
    [...text.matchAll(glossaryForms[id][language])].map(({ 0: found, index }) => {
      return { id, start: index, end: index + found.length, text: found }
    }),
  )
  const isInside = (one: Use, other: Use) =>
    one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start
  return all.filter((one) => !all.some((other) => isInside(one, other))).sort((a, b) => a.start - b.start)
}

/** What is wrong with the terms of a text, in sentences an author can act on. */
function mistakesIn(prose: string, language: Language): string[] {
  const { text, tags } = runningText(prose)
  const terms = tags.filter(({ name }) => name === 'Term')
  const uses = usesIn(text, language)
  const isAround = (tag: Tag, use: Use) => tag.start <= use.start && tag.end >= use.end
  const firsts = ids.flatMap((id) => uses.find((use) => use.id === id) ?? [])
  return [
    ...firsts
      .filter((use) => !terms.some((tag) => tag.value === use.id && isAround(tag, use)))
      .map(
        (use) =>
          `“${use.text}” is used first without <Term id="${use.id}">: …${text.slice(Math.max(0, use.start - 30), use.end + 10)}…`,
      ),
    ...terms
      .filter((tag) => !firsts.some((use) => use.id === tag.value && isAround(tag, use)))
      .map(
        (tag) =>
          `<Term id="${tag.value}">${text.slice(tag.start, tag.end)}</Term> is not the first use of that term`,
      ),
  ]
}

const textOf = (lesson: LessonId, language: Language) =>
  takeApart(readFileSync(new URL(`text.${language}.mdx`, folderOf(lesson)), 'utf8')).prose

describe.each(lessonIds)('the terms of %s', (lesson) => {
  test.each(languages)('are wrapped at their first use in %s, and there only', (language) => {
    expect(mistakesIn(textOf(lesson, language), language)).toEqual([])
  })

  test('are the same in both languages', () => {
    const [german, english] = languages.map((language) => [
      ...new Set(usesIn(runningText(textOf(lesson, language)).text, language).map(({ id }) => id)),
    ])
    expect(german.sort()).toEqual(english.sort())
  })
})

describe('the glossary', () => {
  test.each(ids)('%s is found by its own word, and has a definition of one or two sentences', (id) => {
    for (const language of languages) {
      const [word, definition] = glossary[id][language]
      expect(usesIn(word, language).map((use) => use.id)).toEqual([id])
      expect(definition).toMatch(/[.?]$/)
      expect(definition.length).toBeLessThan(170)
    }
  })

  test('has every term of the course that the lessons name', () => {
    expect(existsSync(folderOf('relu'))).toBe(true)
    expect(ids.length).toBeGreaterThan(40)
  })
})

describe('these rules find', () => {
  test('a first use without its term, and a term after the first use', () => {
    expect(mistakesIn('Two filters. <Term id="filter">Filters</Term> move.', 'en')).toHaveLength(2)
    expect(mistakesIn('<Term id="filter">Filters</Term> move; filters stay.', 'en')).toEqual([])
  })
  test('the longer of two terms', () => {
    expect(usesIn('a filter channel of a convolved map', 'en').map(({ id }) => id)).toEqual([
      'filter-channel',
      'convolved-map',
    ])
    expect(usesIn('Voraktivierungen', 'de').map(({ id }) => id)).toEqual(['pre-activation'])
  })
  test('no term in a verb or a figure of speech', () => {
    expect(usesIn('It runs step by step.', 'en')).toEqual([])
    expect(usesIn('Schritt für Schritt', 'de')).toEqual([])
  })
})
