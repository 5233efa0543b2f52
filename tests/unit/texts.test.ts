/** Every lesson's texts: both languages say the same things at the same length, in the words of the glossary. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lessonIds } from '../../src/lessons/lesson.ts'
import { firstScreen, skeletonOf, takeApart, withoutInlineCode, withoutTags, wordsIn } from './lessonText.ts'

const root = new URL('../../src/', import.meta.url)
const folders = readdirSync(new URL('lessons/', root))
  .filter((name) => /^\d{3}-/.test(name))
  .sort()

const languages = ['de', 'en'] as const
type Language = (typeof languages)[number]
const mostWords = 200

/** Words that this project says differently, for the reasons in its glossary. */
const neverSaid = {
  de: [
    /gefaltete[nr]? Karte/i,
    /Bündelung/i,
    /Poolbildung/i,
    /(eng|dicht) gekoppelt/i,
    /Vorspannung/i,
    /Aussteigen/i,
    /gekreuzte Entropie/i,
    /Ausbildung/i,
    /Antwortrate/i,
    /Präzision/i,
    // The page says du.
    /\b(Klicken|Zeigen|Starten|Wählen|Beachten) Sie\b/,
  ],
  en: [/response rate/i, /densely connected/i, /pre-tension/i],
} as const satisfies Record<Language, readonly RegExp[]>

/** Decimals and thousands as the other language writes them. Code keeps its point: it is taken out before. */
const foreignNumbers = {
  de: [/\d\.\d/, /\d,\d{3},\d{3}/],
  en: [/\d,\d{1,2}(?!\d)/, /\b0,\d/, /\d\u202f\d/],
} as const satisfies Record<Language, readonly RegExp[]>

const signs = {
  de: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
} as const satisfies Record<Language, object>

/** What the typeface that comes with the page can draw, of what we write: it has no arrows and no raised digits. */
const notInTypeface = /[^\n\x20-\x7e\u00a0-\u00ff\u2013\u2018-\u201e\u2026\u202f\u203a\u20ac\u2212]/gu

test('there is one folder for every lesson, in reading order', () => {
  expect(folders.map((folder) => folder.slice(4))).toEqual([...lessonIds])
})

describe.each(folders)('the texts of %s', (folder) => {
  const texts = {
    de: read(`lessons/${folder}/text.de.mdx`),
    en: read(`lessons/${folder}/text.en.mdx`),
  }

  const apart = { de: takeApart(texts.de), en: takeApart(texts.en) }

  test('have one title and the same blocks in both languages', () => {
    const [german, english] = languages.map((language) => skeletonOf(apart[language]))
    expect(german).toEqual(english)
    expect(german.filter((kind) => kind === 'h1')).toHaveLength(1)
    expect(german[0]).toBe('h1')
  })

  test('show the same numbers in both languages', () => {
    expect(numbersOf(apart.de.prose, signs.de)).toEqual(numbersOf(apart.en.prose, signs.en))
  })

  describe.each(languages)('in %s', (language) => {
    const text = texts[language]
    const { prose } = apart[language]

    test(`have at most ${mostWords} words before anything is folded out`, () => {
      expect(wordsIn(firstScreen(prose)).length).toBeLessThanOrEqual(mostWords)
    })

    test('use the words of the glossary', () => {
      for (const expression of neverSaid[language]) expect(text).not.toMatch(expression)
    })

    test('write numbers in their own language', () => {
      for (const expression of foreignNumbers[language])
        expect(withoutInlineCode(prose)).not.toMatch(expression)
    })

    test('need no sign that the typeface lacks', () => {
      expect(text.match(notInTypeface) ?? []).toEqual([])
    })
  })
})

describe('the words of the page', () => {
  const catalogues = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|\/)(words|problems|keepProblems)\.ts$|^i18n\/words\/\w+\.ts$/.test(path),
  )
  test.each(catalogues)('%s uses the words of the glossary and no sign that the typeface lacks', (path) => {
    const text = read(path)
    for (const expression of neverSaid.de) expect(text).not.toMatch(expression)
    expect(text.match(notInTypeface) ?? []).toEqual([])
  })
})

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

/** Numbers in digits, as numbers, sorted: the languages may order them differently. */
function numbersOf(text: string, { decimal, group }: { decimal: string; group: string }): number[] {
  const found = withoutTags(withoutInlineCode(text)).match(/\d+(?:[.,\u00a0\u202f]\d+)*/g) ?? []
  return found
    .map((number) => number.replaceAll(group, '').replace(/[\u00a0\u202f]/g, ''))
    .map((number) => Number(number.replace(decimal, '.')))
    .sort((a, b) => a - b)
}
