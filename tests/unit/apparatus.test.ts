/** What a lesson has besides its text: looks that lead somewhere, a question, fold-outs, reading. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/i18n/language.ts'
import { lessonIds } from '../../src/lessons/lesson.ts'
import type { Question } from '../../src/lessons/question.ts'
import type { Reading } from '../../src/lessons/reading.ts'
import { folderOf } from './lessonFolder.ts'
import { looksIn, takeApart } from './lessonText.ts'

const questions = import.meta.glob<{ question: Question }>('../../src/lessons/*/question.ts', { eager: true })
const readings = import.meta.glob<{ reading: readonly Reading[] }>('../../src/lessons/*/reading.ts', {
  eager: true,
})

function moduleOf<Module>(modules: Record<string, Module>, lesson: string): Module {
  const path = Object.keys(modules).find((path) => new RegExp(`/\\d{3}-${lesson}/`).test(path))
  if (!path) throw new Error(`The lesson ${lesson} has no such file.`)
  return modules[path]
}

/** Names that the figure lights: `look="…"` on a part, `useLook('…')`, `isLit('…')`. */
function looksOfFigure(folder: URL): string[] {
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  return [...text.matchAll(/\blook="([\w-]+)"|\b(?:useLook|isLit)\('([\w-]+)'\)/g)].map(
    ([, part, hook]) => part ?? hook ?? '',
  )
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort()

describe.each(lessonIds)('the lesson %s', (lesson) => {
  const folder = folderOf(lesson)
  const texts = languages.map((language) =>
    takeApart(readFileSync(new URL(`text.${language}.mdx`, folder), 'utf8')),
  )

  test('speaks of parts of its figure that exist, and of all that can be lit, in both languages', () => {
    const lit = sorted(looksOfFigure(folder))
    expect(lit).not.toEqual([])
    for (const { prose } of texts) expect(sorted(looksIn(prose))).toEqual(lit)
  })

  test('has the formula, the code that does this here and the same in Python, after the question', () => {
    for (const { prose } of texts) {
      const places = ['<Question />', '<Fold id="formula">', '<Fold id="code">', '<Fold id="python">'].map(
        (part) => prose.indexOf(part),
      )
      expect(places.every((place) => place > 0)).toBe(true)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  test('shows the same formulas in both languages, with their own decimal signs', () => {
    const [german, english] = texts.map(({ fences }) =>
      fences
        .filter(({ lang }) => lang === 'math')
        .map(({ code }) => code.replace(/\\text\{[^}]*\}/g, '\\text{}')),
    )
    expect(german.join()).not.toMatch(/\d\.\d/)
    expect(english.join()).not.toMatch(/\d\{,\}\d/)
    expect(german.map((code) => code.replaceAll('{,}', '.'))).toEqual(english)
    expect(german.length).toBeGreaterThan(0)
  })

  test('asks one question that can be answered right, and explains every answer', () => {
    const { question } = moduleOf(questions, lesson)
    if (question.kind === 'choice') {
      expect(question.options.filter(({ right }) => right)).toHaveLength(1)
      expect(new Set(question.options.map(({ id }) => id)).size).toBe(question.options.length)
      expect(question.options.length).toBeGreaterThan(1)
    }
    if (question.kind === 'number') expect(question.tolerance).toBeGreaterThanOrEqual(0)
    for (const language of languages) {
      expect(question.ask[language]).toMatch(/\?$/)
      expect(question.explanation[language]).toMatch(/\.$/)
    }
  })

  test('recommends two or three things with their place on the web', () => {
    const { reading } = moduleOf(readings, lesson)
    expect([2, 3]).toContain(reading.length)
    for (const { url, why } of reading) {
      expect(new URL(url).protocol).toBe('https:')
      for (const language of languages) expect(why[language]).toMatch(/\.$/)
    }
  })
})
